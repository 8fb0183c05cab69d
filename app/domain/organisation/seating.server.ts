import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { insistOnDays, insistOnLastDay } from './appointing.server'
import { maySeatOn } from './policy'
import type { Body, SeatRole } from './seat'

export interface Seating {
  readonly personId: number
  readonly body: Body
  readonly role: SeatRole
  readonly validFrom: Day
  readonly validTo: Day | null
}

/** A seat on a committee or with an office, for today or any day to come. Throws RuleBroken for a second one at a time. */
export async function seatPerson(ctx: Ctx, seating: Seating): Promise<void> {
  insist(maySeatOn(ctx.actor, seating.body))
  const { personId, body, validFrom, validTo } = seating
  insistOnDays(validFrom, validTo)
  const seats = await ctx.tx
    .selectFrom('seats')
    .select(['validFrom', 'validTo'])
    .where('personId', '=', personId)
    .where('body', '=', body)
    .execute()
  const overlaps = seats.some(
    (seat) =>
      (validTo === null || seat.validFrom <= validTo) && (seat.validTo === null || seat.validTo >= validFrom),
  )
  if (overlaps) throw new RuleBroken('この期間には、もう同じ会議体の名簿に入っています', 'body')
  await ctx.tx.insertInto('seats').values(seating).execute()
  ctx.happened({ kind: 'person.seated', personId, body, validFrom })
}

/** Gives a seat its last day, which is not before today. */
export async function endSeat(
  ctx: Ctx,
  { seatId, lastDay }: { seatId: number; lastDay: Day },
): Promise<void> {
  const row = await ctx.tx.selectFrom('seats').selectAll().where('id', '=', seatId).executeTakeFirst()
  if (!row) throw new NotFound()
  const body = row.body as Body
  insist(maySeatOn(ctx.actor, body))
  insistOnLastDay(ctx.today, row, lastDay)
  await ctx.tx.updateTable('seats').set({ validTo: lastDay }).where('id', '=', seatId).execute()
  ctx.happened({ kind: 'person.seatEnded', personId: row.personId, body, validTo: lastDay })
}
