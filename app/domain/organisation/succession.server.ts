import { addDays, type Day } from '../calendar'
import type { Ctx } from '../context'
import { insist } from '../errors'
import { mayKeepOrganisation } from './policy'

export interface Succession {
  readonly fromId: number
  readonly toId: number
  readonly effectiveOn: Day
  readonly kind: 'rename' | 'split' | 'merge' | 'abolish'
}

/** From that day on, one department has what the other was asked to do. */
export async function succeed(ctx: Ctx, succession: Succession): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  await ctx.tx.insertInto('departmentSuccessors').values(succession).execute()
}

/** As if it had never been meant. */
export async function forgetSuccession(
  ctx: Ctx,
  { fromId, toId }: Pick<Succession, 'fromId' | 'toId'>,
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  await ctx.tx
    .deleteFrom('departmentSuccessors')
    .where('fromId', '=', fromId)
    .where('toId', '=', toId)
    .execute()
}

/** Gives a department its last day, or takes it away; what it was called stays. */
export async function setLastDay(
  ctx: Ctx,
  { departmentId, validTo }: { departmentId: number; validTo: Day | null },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  await ctx.tx.updateTable('departments').set({ validTo }).where('id', '=', departmentId).execute()
}

export interface Carried {
  readonly formerId: number
  readonly formerValidTo: Day | null
  readonly laterId: number
}

/**
 * People go along: each 発令 in the one department that reaches the day ends on its eve, and the same begins in the other;
 * without the heads where several departments become one. What begins later moves as a whole.
 */
export async function carryAppointments(
  ctx: Ctx,
  move: { fromId: number; toId: number; effectiveOn: Day; withHeads: boolean },
): Promise<Carried[]> {
  insist(mayKeepOrganisation(ctx.actor))
  const eve = addDays(move.effectiveOn, -1)
  const rows = await ctx.tx
    .selectFrom('appointments')
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .selectAll('appointments')
    .where('appointments.departmentId', '=', move.fromId)
    .where('appointments.validFrom', '<=', eve)
    .where((eb) =>
      eb.or([eb('appointments.validTo', 'is', null), eb('appointments.validTo', '>=', move.effectiveOn)]),
    )
    .$if(!move.withHeads, (query) => query.where('posts.isHead', '=', 0))
    .orderBy('appointments.id')
    .execute()
  const carried: Carried[] = []
  for (const { id, validTo, ...row } of rows) {
    await ctx.tx.updateTable('appointments').set({ validTo: eve }).where('id', '=', id).execute()
    const later = await ctx.tx
      .insertInto('appointments')
      .values({ ...row, departmentId: move.toId, validFrom: move.effectiveOn, validTo })
      .returning('id')
      .executeTakeFirstOrThrow()
    carried.push({ formerId: id, formerValidTo: validTo, laterId: later.id })
  }
  return carried
}

/** Puts them back, where nobody has given the former 発令 another end meanwhile. */
export async function takeBackAppointments(
  ctx: Ctx,
  { carried, effectiveOn }: { carried: readonly Carried[]; effectiveOn: Day },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  for (const { formerId, formerValidTo, laterId } of carried) {
    await ctx.tx.deleteFrom('appointments').where('id', '=', laterId).execute()
    await ctx.tx
      .updateTable('appointments')
      .set({ validTo: formerValidTo })
      .where('id', '=', formerId)
      .where('validTo', '=', addDays(effectiveOn, -1))
      .execute()
  }
}

/** A 部 is called otherwise from that day on, and its 課 go along as they are. Part of a reorganisation. */
export async function takeSectionsAlong(
  ctx: Ctx,
  move: { sectionIds: readonly number[]; bureauId: number; effectiveOn: Day; reorganisationId: number },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const { sectionIds, bureauId, effectiveOn: validFrom, reorganisationId } = move
  if (sectionIds.length === 0) return
  await ctx.tx
    .insertInto('bureauTerms')
    .values(sectionIds.map((departmentId) => ({ departmentId, bureauId, validFrom, reorganisationId })))
    .execute()
}

/** And stay where they were, as if it had never been meant. */
export async function leaveSectionsThere(
  ctx: Ctx,
  { reorganisationId }: { reorganisationId: number },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  await ctx.tx.deleteFrom('bureauTerms').where('reorganisationId', '=', reorganisationId).execute()
}
