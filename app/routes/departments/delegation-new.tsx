import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nameDelegate } from '#app/domain/organisation/delegating.server'
import { listDelegateChoices } from '#app/domain/organisation/delegations.server'
import { DelegationForm } from '#app/domain/organisation/forms.server'
import { Actions, Button } from '#app/ui/form/actions'
import { DateField, SelectField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadDelegating } from './delegating.server'

export const loader = page(async (args) => {
  const department = await loadDelegating(args)
  const choices = await listDelegateChoices(args.db, department.id, args.today)
  return {
    department,
    choices: choices.filter(({ personId }) => personId !== args.actor.personId),
    form: await args.form(),
  }
})

export const action = verb(async (args) => {
  const { id: departmentId } = await loadDelegating(args)
  const form = await readForm(args.request, DelegationForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => nameDelegate(ctx, { departmentId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.delegations(departmentId), 'delegateNamed'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`代理を決める：${data?.department.name ?? ''}`, matches)

export default function NewDelegationPage() {
  const { department, choices, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`代理を決める：${department.name}`}
      heading="代理を決める"
      crumbs={[
        { href: paths.department(department.id), label: department.name },
        { href: paths.delegations(department.id), label: '所属長の代理' },
        { label: '代理を決める' },
      ]}
      meta={<span>{department.name}</span>}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <SelectField
          form={form}
          name="delegateId"
          label="代理の人"
          required
          empty="選んでください"
          width="full"
          hint="この所属の人と、部の次長から選びます"
          options={choices.map(({ personId, name, postName }) => ({
            value: String(personId),
            label: `${postName}　${name}`,
          }))}
        />
        <DateField
          form={form}
          name="validFrom"
          label="始まりの日"
          required
          hint="この日の午前0時から、代理ができます"
        />
        <DateField
          form={form}
          name="validTo"
          label="最後の日"
          required
          hint="次の日の午前0時に、自動で終わります"
        />
        <p>所属長も、期間中これまでどおり仕事ができます。所属長と代理の人には、お知らせが届きます。</p>
        <Actions>
          <Button>代理を決める</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
