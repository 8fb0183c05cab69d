import type { ProposalContent } from '#app/domain/proposals/content'
import { draftProposal, reviseDraft, type Saved } from '#app/domain/proposals/drafting.server'
import type { Outcome } from '#app/web/perform.server'
import type { VerbArgs } from '#app/web/verb.server'

/**
 * Keeps what is typed into the form of a new proposal. The first save makes the draft under the form's one-time key,
 * so that every later save from the same page, by itself or by hand, finds that same draft and goes on with it.
 */
export async function keepNewDraft(
  { perform }: Pick<VerbArgs, 'perform'>,
  { key, version }: { key: string; version: number },
  content: ProposalContent,
): Promise<Outcome<Saved>> {
  const begun = await perform({ key }, (ctx) => draftProposal(ctx, content))
  if (!begun.ok) return begun
  const { proposalId, version: first } = begun.value
  return perform({ key: '' }, (ctx) => reviseDraft(ctx, { proposalId, version: version || first, content }))
}
