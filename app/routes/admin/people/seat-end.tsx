import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LastDayForm } from '#app/domain/organisation/forms.server'
import { endSeat } from '#app/domain/organisation/seating.server'
import { PersonVerb } from '#app/ui/admin/person-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { DateField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadTerm } from './loading.server'

export const loader = page(async (args) => ({
  person: (await loadTerm(args, 'seats')).person,
  form: await args.form(),
}))

export const action = verb(async (args) => {
  const { term, person } = await loadTerm(args, 'seats')
  const form = await readForm(args.request, LastDayForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => endSeat(ctx, { seatId: term.id, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.staffMember(person.id), 'seatEnded'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`任期を終える：${data?.person.name ?? ''}`, matches)

export default function SeatEndPage() {
  const { person, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <PersonVerb title="任期を終える" person={person} href={paths.staffMember(person.id)} form={form}>
      <VerbForm form={form}>
        <DateField
          form={form}
          name="lastDay"
          label="最後の日"
          required
          hint="任期の末日。次の日の午前0時から、この権限はなくなります"
        />
        <Actions>
          <Button>登録する</Button>
        </Actions>
      </VerbForm>
    </PersonVerb>
  )
}
