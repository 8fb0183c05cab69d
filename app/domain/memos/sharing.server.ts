import type { Ctx } from '../context'
import { insist } from '../errors'
import { mainAppointment } from '../organisation/actor'
import { mayJoin, mayLeave, mayShare, type Sharing } from './memo'
import { findMemoFactsSeenBy } from './seen.server'

/**
 * Shares a memo by name with the writer's department of today or with all staff, or with nobody any more. Those who think
 * along already keep reading it.
 */
export async function shareMemo(
  ctx: Ctx,
  { memoId, sharing }: { memoId: number; sharing: Sharing },
): Promise<void> {
  const memo = await findMemoFactsSeenBy(ctx.tx, ctx.actor, memoId)
  insist(mayShare(ctx.actor, memo))
  await setSharing(ctx, memoId, sharing)
  if (memo.sharing !== sharing) ctx.happened({ kind: 'memo.shared', memoId, sharing })
}

/** 「いっしょに考える」: by name, for the writer and everybody who reads the memo. */
export async function joinMemo(ctx: Ctx, memoId: number): Promise<void> {
  const memo = await findMemoFactsSeenBy(ctx.tx, ctx.actor, memoId)
  insist(mayJoin(ctx.actor, memo))
  await ctx.tx
    .insertInto('memoCompanions')
    .values({ memoId, personId: ctx.actor.personId, joinedAt: ctx.now })
    .execute()
  ctx.happened({ kind: 'memo.joined', memoId, writerId: memo.personId })
}

export async function leaveMemo(ctx: Ctx, memoId: number): Promise<void> {
  const memo = await findMemoFactsSeenBy(ctx.tx, ctx.actor, memoId)
  insist(mayLeave(ctx.actor, memo))
  await ctx.tx
    .deleteFrom('memoCompanions')
    .where('memoId', '=', memoId)
    .where('personId', '=', ctx.actor.personId)
    .execute()
  ctx.happened({ kind: 'memo.left', memoId, writerId: memo.personId })
}

/** The one writer of with whom it is shared. */
export async function setSharing(ctx: Ctx, memoId: number, sharing: Sharing): Promise<void> {
  const isShared = sharing !== 'nobody'
  await ctx.tx
    .updateTable('memos')
    .set({
      ...{ sharing, sharedAt: isShared ? ctx.now : null },
      departmentId: isShared ? (mainAppointment(ctx.actor)?.departmentId ?? null) : null,
    })
    .where('id', '=', memoId)
    .execute()
}
