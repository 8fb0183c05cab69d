import { copyAttachments } from '../attachments/storing.server'
import type { Ctx } from '../context'
import { insist } from '../errors'
import { listPeopleInService } from '../organisation/lookup.server'
import { listOpenThemes } from '../campaigns/themes.server'
import { findContent } from './content.server'
import { draftProposal, type Saved } from './drafting.server'
import { findFactsSeenBy } from './facts.server'
import { mayResubmit } from './policy'

/**
 * 再提案: a new draft with the old text and files, which cites the old one so that both can be read side by side. Whoever does
 * it leads; the other authors who are still in service propose along. A theme that has closed is left out.
 */
export async function resubmitProposal(ctx: Ctx, { proposalId }: { proposalId: number }): Promise<Saved> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayResubmit(ctx.actor, facts))
  const { content } = await findContent(ctx.tx, proposalId)
  const others = facts.authorIds.filter((id) => id !== ctx.actor.personId)
  const inService = (await listPeopleInService(ctx.tx, others, ctx.today)).map(({ id }) => id)
  const openThemes = await listOpenThemes(ctx.tx, ctx.today)
  const saved = await draftProposal(
    ctx,
    {
      ...content,
      themeId: openThemes.some(({ id }) => id === content.themeId) ? content.themeId : null,
      coAuthorIds: others.filter((id) => inService.includes(id)),
    },
    proposalId,
  )
  await copyAttachments(ctx, { proposalId }, { proposalId: saved.proposalId })
  return saved
}
