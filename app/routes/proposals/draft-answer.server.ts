import { ChangedMeanwhile } from '#app/domain/errors'
import type { Saved } from '#app/domain/proposals/drafting.server'
import { paths } from '#app/web/paths'
import type { Outcome } from '#app/web/perform.server'

/** What the script that keeps drafts is told: the version that its next save must carry, and where the draft is gone on with. */
export function kept(outcome: Outcome<Saved>): Response {
  if (outcome.ok) {
    const { proposalId, version } = outcome.value
    return Response.json({ version, address: paths.proposalEdit(proposalId) })
  }
  return Response.json(
    { message: outcome.error.message },
    { status: outcome.error instanceof ChangedMeanwhile ? 409 : 422 },
  )
}
