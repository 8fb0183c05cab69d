import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { reorderAgenda } from '#app/domain/committees/agenda.server'
import { OrderForm } from '#app/domain/committees/forms.server'
import { mayChangeAgenda } from '#app/domain/committees/policy'
import { insist } from '#app/domain/errors'
import { findAgendaSeenBy } from '#app/domain/proposals/sitting-lines.server'
import { OrderTable } from '#app/ui/sittings/order-table'
import { Actions, Button } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { choiceQuery, idParam, numberQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, url, form }) => {
  const { sitting, lines } = await findAgendaSeenBy(db, actor, idParam(params, 'id'))
  insist(mayChangeAgenda(actor, sitting))
  const numbers = lines.map(({ position }, place) => [`order[${place}].number`, String(position)])
  return {
    sitting,
    lines: lines.map(({ id, title, receiptNumber }) => ({ id, title, receiptNumber })),
    moved: { id: numberQuery(url, 'moved'), way: choiceQuery(url, 'way', ['up', 'down']) },
    form: await form(Object.fromEntries(numbers)),
  }
})

/** An arrow moves its item by one place; half a place beyond its neighbour. */
export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, OrderForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const { order, up, down } = form.value
  const shift = (itemId: number) => (String(itemId) === up ? -1.5 : String(itemId) === down ? 1.5 : 0)
  const positions = new Map(order.map(({ itemId, number }) => [itemId, number + shift(itemId)]))
  const outcome = await perform(form, (ctx) => reorderAgenda(ctx, { sittingId, positions }))
  if (!outcome.ok) return refuse(form, outcome)

  const moved = up ?? down
  const to =
    moved === undefined
      ? paths.sitting(sittingId)
      : paths.sittingOrder(sittingId, { moved, way: up === undefined ? 'down' : 'up' })
  return redirect(withFlash(to, 'agendaReordered'))
})

export const meta: MetaFunction = ({ matches }) => titled('議題の順番を変える', matches)

export default function OrderPage() {
  const { sitting, lines, moved, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="議題の順番を変える"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
      labels={Object.fromEntries(lines.map(({ title }, place) => [`order[${place}].number`, title]))}
    >
      <VerbForm form={form} key={form.key}>
        <OrderTable form={form} lines={lines} moved={moved} />
        <Actions>
          <Button>議事順を更新する</Button>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
