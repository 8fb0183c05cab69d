import { wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import { findCarriedOut } from '#app/domain/proposals/implementation-facts.server'
import { findImplementationSeenBy } from '#app/domain/proposals/implementation-lookup.server'
import type { ImplementationFacts } from '#app/domain/proposals/implementation-policy'
import type { ProposalFacts } from '#app/domain/proposals/proposal'
import type { Verdict } from '#app/domain/verdict'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'

/** What every page of an implementation shows beside its form; 403 with the reason for whoever may not do it. */
export async function loadCarriedOut(
  { actor, db, today, params }: PageArgs,
  may: (actor: Actor, proposal: ProposalFacts, implementation: ImplementationFacts) => Verdict,
) {
  const proposalId = idParam(params, 'id')
  const { proposal, implementation } = await findCarriedOut(db, actor, proposalId)
  insist(may(actor, proposal, implementation))
  const shown = await findImplementationSeenBy(db, proposal, actor.today)
  return {
    today,
    todayInWords: wareki(today),
    version: implementation.version,
    subject: await findSubject(db, proposalId),
    implementation: shown,
    plannedOnInWords: shown?.plannedOn ? wareki(shown.plannedOn) : '',
  }
}
