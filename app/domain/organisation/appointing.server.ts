import { addDays, type Day } from '../calendar'
import type { Ctx } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { mayKeepOrganisation } from './policy'
import type { AppointmentLine } from './appointments.server'

export interface Appointing {
  readonly personId: number
  readonly departmentId: number
  readonly postId: number
  readonly kind: AppointmentLine['kind']
  readonly validFrom: Day
  readonly validTo: Day | null
}

/**
 * 発令, for today or any day to come: what is entered in March is in force from 1 April, 0:00 in Tokyo. A main
 * appointment ends the one before on its eve. Throws RuleBroken where the department is not there on that day, and
 * where a later main appointment is in the way.
 */
export async function appointPerson(ctx: Ctx, appointing: Appointing): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const { personId, departmentId, kind, validFrom, validTo } = appointing
  insistOnDays(validFrom, validTo)
  await insistOnDepartment(ctx, departmentId, validFrom)
  if (kind === 'main') await endMainBefore(ctx, appointing)
  await ctx.tx.insertInto('appointments').values(appointing).execute()
  ctx.happened({ kind: 'person.appointed', personId, departmentId, validFrom })
}

/** Gives an appointment its last day, which is not before today: the past stays what it was. */
export async function endAppointment(
  ctx: Ctx,
  { appointmentId, lastDay }: { appointmentId: number; lastDay: Day },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const row = await findAppointment(ctx, appointmentId)
  insistOnLastDay(ctx.today, row, lastDay)
  await ctx.tx.updateTable('appointments').set({ validTo: lastDay }).where('id', '=', row.id).execute()
  const { personId, departmentId } = row
  ctx.happened({ kind: 'person.appointmentEnded', personId, departmentId, validTo: lastDay })
}

/** Takes back an appointment that has not begun. Throws RuleBroken for any other. */
export async function cancelAppointment(
  ctx: Ctx,
  { appointmentId }: { appointmentId: number },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const { id, personId, departmentId, validFrom } = await findAppointment(ctx, appointmentId)
  if (validFrom <= ctx.today)
    throw new RuleBroken('始まった発令は取り消せません。終わりの日を入れてください。')
  await ctx.tx.deleteFrom('appointments').where('id', '=', id).execute()
  ctx.happened({ kind: 'person.appointmentCancelled', personId, departmentId, validFrom })
}

/** Throws RuleBroken at the field. */
export function insistOnDays(validFrom: Day, validTo: Day | null): void {
  if (validTo !== null && validTo < validFrom) {
    throw new RuleBroken('終わりの日は、始まりの日より後にしてください', 'validTo')
  }
}

/** Throws RuleBroken for a day before today, before the beginning, or of what is over. */
export function insistOnLastDay(
  today: Day,
  { validFrom, validTo }: { validFrom: Day; validTo: Day | null },
  lastDay: Day,
): void {
  if (validTo !== null && validTo < today) throw new RuleBroken('もう終わっています。', 'lastDay')
  if (lastDay < today) throw new RuleBroken('最後の日は、今日以後にしてください', 'lastDay')
  if (lastDay < validFrom) throw new RuleBroken('最後の日は、始まりの日以後にしてください', 'lastDay')
}

async function findAppointment(ctx: Ctx, id: number) {
  const row = await ctx.tx.selectFrom('appointments').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

async function insistOnDepartment(ctx: Ctx, departmentId: number, day: Day): Promise<void> {
  const row = await ctx.tx
    .selectFrom('departments')
    .select(['name', 'validFrom', 'validTo'])
    .where('id', '=', departmentId)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('所属を選んでください', 'departmentId')
  if (day < row.validFrom || (row.validTo !== null && day > row.validTo)) {
    throw new RuleBroken(`${row.name}は、その日にはない所属です`, 'departmentId')
  }
}

async function endMainBefore(ctx: Ctx, { personId, validFrom, validTo }: Appointing): Promise<void> {
  const mains = await ctx.tx
    .selectFrom('appointments')
    .select(['id', 'validFrom', 'validTo'])
    .where('personId', '=', personId)
    .where('kind', '=', 'main')
    .execute()
  const isInTheWay = (main: (typeof mains)[number]) =>
    main.validFrom >= validFrom && (validTo === null || main.validFrom <= validTo)
  if (mains.some(isInTheWay)) {
    throw new RuleBroken('この日から後に、別の本務がもう入っています', 'validFrom')
  }
  for (const main of mains) {
    if (main.validFrom > validFrom || (main.validTo !== null && main.validTo < validFrom)) continue
    await ctx.tx
      .updateTable('appointments')
      .set({ validTo: addDays(validFrom, -1) })
      .where('id', '=', main.id)
      .execute()
  }
}
