import { insist } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { findSubjectSeenBy } from '#app/domain/proposals/consideration-subject.server'
import type { ProposalFacts } from '#app/domain/proposals/proposal'
import type { Verdict } from '#app/domain/verdict'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'

/** What every page of a verb shows of its proposal; 403 with the reason for whoever may not do it. */
export async function loadForVerb(
  { actor, db, params }: Pick<PageArgs, 'actor' | 'db' | 'params'>,
  may: (actor: Actor, facts: ProposalFacts) => Verdict,
) {
  const id = idParam(params, 'id')
  const { facts, subject } = await findSubjectSeenBy(db, actor, id)
  insist(may(actor, facts))
  return { facts, subject }
}
