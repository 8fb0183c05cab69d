import { ChangedMeanwhile } from '#app/domain/errors'
import type { Saved } from '#app/domain/proposals/drafting.server'
import type { Outcome } from '#app/web/perform.server'

/** What the script that keeps drafts is told: the version that its next save must carry. */
export function kept(outcome: Outcome<Saved>): Response {
  if (outcome.ok) return Response.json({ version: outcome.value.version })
  return Response.json(
    { message: outcome.error.message },
    { status: outcome.error instanceof ChangedMeanwhile ? 409 : 422 },
  )
}
