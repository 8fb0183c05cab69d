import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { freezeRubrics } from '../evaluation/rubrics.server'
import { maySendPapers } from './policy'
import { findSittingSeenBy, updateSitting } from './sittings.server'

/** Tells the members that the agenda is there to be read and scored; from now on the rubric does not change. */
export async function sendPapers(ctx: Ctx, { sittingId }: { sittingId: number }): Promise<void> {
  const sitting = await findSittingSeenBy(ctx.tx, ctx.actor, sittingId)
  insist(maySendPapers(ctx.actor, sitting))
  const rows = await ctx.tx
    .selectFrom('agendaItems')
    .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
    .select('proposals.campaignId')
    .where('agendaItems.sittingId', '=', sittingId)
    .execute()
  if (rows.length === 0) throw new RuleBroken('議題がありません。議題を選んでから、資料を送ってください。')
  if (sitting.body === 'improvementCommittee') {
    await freezeRubrics(ctx, [...new Set(rows.map(({ campaignId }) => campaignId))])
  }
  await updateSitting(ctx, sittingId, sitting.version, { papersSentAt: ctx.now })
  ctx.happened({ kind: 'sitting.papersSent', sittingId, items: rows.length })
}
