import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SeatForm } from '#app/domain/organisation/forms.server'
import { maySeatOn } from '#app/domain/organisation/policy'
import { bodies, bodyNames, seatRoleNames } from '#app/domain/organisation/seat'
import { seatPerson } from '#app/domain/organisation/seating.server'
import { PersonVerb } from '#app/ui/admin/person-verb'
import { Actions, Button } from '#app/ui/form/actions'
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
  bodies: bodies.filter((body) => maySeatOn(args.actor, body).ok),
  form: await args.form(),
}))

export const action = verb(async (args) => {
  const { id } = await loadPerson(args)
  const form = await readForm(args.request, SeatForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => seatPerson(ctx, { personId: id, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.staffMember(id), 'personSeated'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`名簿への登録：${data?.person.name ?? ''}`, matches)

export default function SeatPage() {
  const { person, bodies: offered, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <PersonVerb title="名簿への登録" person={person} href={paths.staffMember(person.id)} form={form}>
      <VerbForm form={form}>
        <SelectField
          form={form}
          name="body"
          label="会議体"
          required
          empty="選んでください"
          options={offered.map((body) => ({ value: body, label: bodyNames[body] }))}
        />
        <SelectField
          form={form}
          name="role"
          label="役割"
          required
          empty="選んでください"
          options={Object.entries(seatRoleNames).map(([value, label]) => ({ value, label }))}
        />
        <DateField form={form} name="validFrom" label="任期の初日" required />
        <DateField form={form} name="validTo" label="任期の末日" hint="決まっていなければ空欄にします" />
        <Actions>
          <Button>登録する</Button>
        </Actions>
      </VerbForm>
    </PersonVerb>
  )
}
