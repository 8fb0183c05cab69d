import { addWorkingDays, fiscalYearOf } from '../calendar'
import type { Ctx } from '../context'
import { ChangedMeanwhile, insist, RuleBroken } from '../errors'
import { findFiscalYear } from '../organisation/fiscal-years.server'
import { missingIn } from './content'
import { findContent } from './content.server'
import { campaignOf } from './drafting.server'
import { findFactsSeenBy } from './facts.server'
import { move } from './move.server'
import { maySubmit } from './policy'

/**
 * Hands the proposal in, for the fiscal year of this day; the secretariat has to receive it within the working days
 * of that year (海南市 3日). `version` is the one that was checked before sending. Throws RuleBroken while something
 * is missing, ChangedMeanwhile when the text is no longer the one that was checked.
 */
export async function submitProposal(
  ctx: Ctx,
  { proposalId, version }: { proposalId: number; version: number },
): Promise<void> {
  insist(maySubmit(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)))
  const stored = await findContent(ctx.tx, proposalId)
  if (stored.version !== version) {
    throw new ChangedMeanwhile({
      at: stored.updatedAt,
      by: 'いっしょに提案する人、または別の画面のあなた',
      theirs: { version: String(stored.version) },
    })
  }
  const [missing] = missingIn(stored.content)
  if (missing) throw new RuleBroken(missing.message, missing.field)

  const fiscalYear = fiscalYearOf(ctx.today)
  const { receiveWithinWorkingDays } = await findFiscalYear(ctx.tx, fiscalYear)
  await move(ctx, proposalId, 'submit')
  await ctx.tx
    .updateTable('proposals')
    .set({
      fiscalYear,
      campaignId: await campaignOf(ctx.tx, ctx.today, stored.content.themeId),
      submittedAt: ctx.now,
      receiveDueOn: addWorkingDays(ctx.today, receiveWithinWorkingDays),
    })
    .where('id', '=', proposalId)
    .execute()
  ctx.happened({ kind: 'proposal.submitted', proposalId })
}
