import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { appointPerson } from '#app/domain/organisation/appointing.server'
import { AppointmentForm } from '#app/domain/organisation/forms.server'
import { listPlaces } from '#app/domain/organisation/people-lookup.server'
import { PersonVerb } from '#app/ui/admin/person-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { DateField, SelectField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadPerson } from './loading.server'

export const loader = page(async (args) => ({
  person: await loadPerson(args),
  ...(await listPlaces(args.db, args.today)),
  form: await args.form({ kind: 'main' }),
}))

export const action = verb(async (args) => {
  const { id } = await loadPerson(args)
  const form = await readForm(args.request, AppointmentForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => appointPerson(ctx, { personId: id, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.staffMember(id), 'personAppointed'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`発令の登録：${data?.person.name ?? ''}`, matches)

export default function AppointmentPage() {
  const { person, departments, posts, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <PersonVerb title="発令の登録" person={person} href={paths.staffMember(person.id)} form={form}>
      <VerbForm form={form}>
        <RadioGroup
          form={form}
          name="kind"
          label="発令の種類"
          required
          options={[
            { value: 'main', label: '本務', hint: '今の本務は、発令日の前の日で終わります' },
            { value: 'concurrent', label: '兼務' },
            { value: 'acting', label: '事務取扱', hint: '所属長がいない間など、その職を代わって行います' },
          ]}
        />
        <SelectField
          form={form}
          name="departmentId"
          label="所属"
          required
          empty="選んでください"
          width="full"
          options={departments.map(({ id, name, bureauName }) => ({
            value: String(id),
            label: bureauName ? `${bureauName}　${name}` : name,
          }))}
        />
        <SelectField
          form={form}
          name="postId"
          label="職位"
          required
          empty="選んでください"
          options={posts.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <DateField form={form} name="validFrom" label="発令日" required hint="この日の午前0時から有効です" />
        <DateField
          form={form}
          name="validTo"
          label="終わりの日"
          hint="その職にある最後の日。決まっていなければ空欄にします"
        />
        <Actions>
          <Button>登録する</Button>
        </Actions>
      </VerbForm>
    </PersonVerb>
  )
}
