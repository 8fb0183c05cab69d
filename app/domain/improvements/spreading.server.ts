import type { Ctx } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { mainAppointment } from '../organisation/actor'
import { findOwnSpread, findSpreadOf } from './spread-lookup.server'
import { mayBecome, maySpread, type SaidState, type SpreadState } from './spread'

export interface SpreadText {
  readonly projectId: number | null
  readonly plannedFor: string
  readonly note: string
  readonly reason: string
}

/**
 * Says how far the actor's department is with an improvement of others. One for a department: whoever comes second
 * joins it and may write on. Throws RuleBroken where the reason is missing or what was done already is done.
 */
export async function recordSpread(
  ctx: Ctx,
  { improvementId, state, ...text }: SpreadText & { improvementId: number; state: SaidState },
): Promise<{ spreadId: number }> {
  await insistOnMay(ctx, improvementId)
  if (state === 'couldNot' && text.reason === '') {
    throw new RuleBroken('できなかった理由を入力してください', 'reason')
  }
  return writeSpread(ctx, improvementId, state, text)
}

/** Takes it back: nothing of it is shown any more, it may be begun again, and a report of it is one like any other. */
export async function cancelSpread(ctx: Ctx, { improvementId }: { improvementId: number }): Promise<void> {
  await insistOnMay(ctx, improvementId)
  const spread = await findOwnSpread(ctx.tx, ctx.actor, improvementId)
  if (!spread || !mayBecome(spread.state, 'cancelled')) return
  await ctx.tx.updateTable('spreads').set({ practiceId: null }).where('id', '=', spread.id).execute()
  await moveSpread(ctx, spread.id, 'cancelled')
}

/** Writes the text and the state, and lets the person take part. */
export async function writeSpread(
  ctx: Ctx,
  improvementId: number,
  state: SpreadState,
  text: SpreadText,
): Promise<{ spreadId: number }> {
  const ownId = mainAppointment(ctx.actor)?.departmentId ?? 0
  const spread = await findOwnSpread(ctx.tx, ctx.actor, improvementId)
  if (!mayBecome(spread?.state ?? null, state)) {
    throw new RuleBroken('あなたの課はこの改善をすでに実施しています。', 'state')
  }
  const spreadId = spread?.id ?? (await begin(ctx, improvementId, ownId, state))
  await ctx.tx.updateTable('spreads').set(text).where('id', '=', spreadId).execute()
  await ctx.tx
    .insertInto('spreadMembers')
    .values({ spreadId, personId: ctx.actor.personId, joinedAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (spread?.state !== state) await moveSpread(ctx, spreadId, state)
  return { spreadId }
}

interface Wish {
  readonly improvementId: number
  readonly departmentId: number
  readonly note: string
}

/** 「やってみたい」 of a department, as its head says for it; what is on its way or done already goes on as it is. */
export async function wishFor(ctx: Ctx, { improvementId, departmentId, note }: Wish): Promise<void> {
  const spread = await findSpreadOf(ctx.tx, { improvementId, departmentId, today: ctx.today })
  if (spread && !['cancelled', 'couldNot'].includes(spread.state)) return
  const spreadId = spread?.id ?? (await begin(ctx, improvementId, departmentId, 'wanted'))
  await ctx.tx.updateTable('spreads').set({ note }).where('id', '=', spreadId).execute()
  await moveSpread(ctx, spreadId, 'wanted')
}

/** Takes a wish back that nobody has begun to carry out. */
export async function giveUpWish(ctx: Ctx, { improvementId, departmentId }: Wish): Promise<void> {
  const spread = await findSpreadOf(ctx.tx, { improvementId, departmentId, today: ctx.today })
  if (spread?.state === 'wanted') await moveSpread(ctx, spread.id, 'cancelled')
}

/** The one writer of the state, with the summary of it beside the improvement. */
export async function moveSpread(ctx: Ctx, spreadId: number, state: SpreadState): Promise<void> {
  const { improvementId, departmentId } = await ctx.tx
    .updateTable('spreads')
    .set((eb) => ({ state, stateSince: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', spreadId)
    .returning(['improvementId', 'departmentId'])
    .executeTakeFirstOrThrow()
  await ctx.tx
    .updateTable('improvements')
    .set((eb) => ({
      copies: eb
        .selectFrom('spreads')
        .select(({ fn }) => fn.countAll<number>().as('copies'))
        .where('spreads.improvementId', '=', improvementId)
        .where('spreads.state', '=', 'done'),
    }))
    .where('id', '=', improvementId)
    .execute()
  ctx.happened({ kind: 'spread.recorded', improvementId, spreadId, departmentId, state })
}

/** Throws NotFound for an improvement that is not there, NotPermitted for one's own department's. */
export async function insistOnMay(ctx: Ctx, improvementId: number): Promise<void> {
  const improvement = await ctx.tx
    .selectFrom('improvements')
    .select('departmentId')
    .where('id', '=', improvementId)
    .executeTakeFirst()
  if (!improvement) throw new NotFound()
  insist(maySpread(ctx.actor, improvement))
}

async function begin(
  { tx, actor, now }: Ctx,
  improvementId: number,
  departmentId: number,
  state: SpreadState,
): Promise<number> {
  const { id } = await tx
    .insertInto('spreads')
    .values({
      ...{ improvementId, departmentId, projectId: null },
      ...{ state, stateSince: now, plannedFor: '', note: '', reason: '', practiceId: null },
      ...{ begunById: actor.personId, begunAt: now, version: 1 },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
