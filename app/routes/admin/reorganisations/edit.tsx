import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { PlanForm } from '#app/domain/reorganisation/forms.server'
import { changeReorganisation } from '#app/domain/reorganisation/planning.server'
import { mayChange } from '#app/domain/reorganisation/policy'
import { ReorganisationFields } from '#app/ui/admin/reorganisation-fields'
import { Actions, Button } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadReorganisation } from './loading.server'

export const loader = page(async (args) => {
  const plan = await loadReorganisation(args)
  insist(mayChange(args.actor, plan, args.today))
  const { id, name, effectiveOn, version } = plan
  return { id, name, form: await args.form({ name, effectiveOn: wareki(effectiveOn) }, version) }
})

export const action = verb(async (args) => {
  const { id } = await loadReorganisation(args)
  const form = await readForm(args.request, PlanForm)
  if (!form.ok) return refuse(form)

  const { version } = form
  const outcome = await args.perform(form, (ctx) =>
    changeReorganisation(ctx, { reorganisationId: id, version, ...form.value }),
  )
  if (!outcome.ok) return refuse(form, outcome, { name: '名前' })

  return redirect(withFlash(paths.reorganisation(id), 'reorganisationChanged'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`組織改正の変更：${data?.name ?? ''}`, matches)

export default function EditReorganisationPage() {
  const { id, name, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`組織改正の変更：${name}`}
      heading="名前と施行日の変更"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.reorganisations(), label: '組織改正' },
        { href: paths.reorganisation(id), label: name },
        { label: '変更' },
      ]}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <ReorganisationFields form={form} />
        <Actions>
          <Button>変更する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
