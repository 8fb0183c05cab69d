import { findItemSeenBy } from '#app/domain/committees/agenda.server'
import { mayResolve } from '#app/domain/committees/policy'
import { insist } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { listConsiderationsSeenBy } from '#app/domain/proposals/consideration-lookup.server'
import { findSubjectSeenBy } from '#app/domain/proposals/consideration-subject.server'
import type { ProposalFacts } from '#app/domain/proposals/proposal'
import type { Verdict } from '#app/domain/verdict'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'

/**
 * What every page of the committee shows beside its form, and the facts, which are not the browser's; 403 with the
 * reason for whoever may not do it.
 */
export async function loadMatter(
  { actor, db, today, params }: PageArgs,
  may: (actor: Actor, facts: ProposalFacts) => Verdict,
) {
  const proposalId = idParam(params, 'id')
  const { facts, subject } = await findSubjectSeenBy(db, actor, proposalId)
  insist(may(actor, facts))
  return {
    facts,
    matter: {
      today,
      subject,
      considerations: await listConsiderationsSeenBy(db, actor, facts),
      hrefs: { triage: paths.triage(), proposal: paths.proposal(proposalId) },
    },
  }
}

/** The same for what the meeting decides that has the matter on its agenda; 403 until it has begun. */
export async function loadMatterInSitting(
  args: PageArgs,
  may: (actor: Actor, facts: ProposalFacts) => Verdict,
) {
  const { facts, matter } = await loadMatter(args, may)
  const { sitting } = await findItemSeenBy(args.db, args.actor, facts.openItemId ?? 0)
  insist(mayResolve(args.actor, sitting))
  return { matter, sitting }
}
