import type { Day } from '../calendar'
import type { Db } from '../context'
import { type Actor, departmentIds, isSecretariat, sitsOn } from '../organisation/actor'
import { worded } from '../worded.server'
import type { ConsiderationView } from './consideration-view'
import { type Readers, selectConsiderations, viewsOf } from './consideration-row.server'
import { isAuthor, isOfConcerned, type ProposalFacts } from './proposal'

/** A proposal is asked about a few times, with a few opinions each; this only keeps the list bounded. */
const limit = 200

/**
 * What the departments asked say, the latest round first and the lead department at its head, in one statement.
 * Answers only, never drafts, and of each answer what this reader is meant to read.
 */
export async function listConsiderationsSeenBy(
  db: Db,
  actor: Actor,
  facts: ProposalFacts,
): Promise<ConsiderationView[]> {
  const rows = await selectOfProposal(db, {
    proposalId: facts.id,
    ours: departmentIds(actor),
    today: actor.today,
  })
  return viewsOf(rows, readersOf(actor, facts))
}

/** One record, as the proposal page shows it; `undefined` when there is none. */
export async function findConsiderationSeenBy(
  db: Db,
  actor: Actor,
  facts: ProposalFacts,
  considerationId: number,
): Promise<ConsiderationView | undefined> {
  const rows = await selectConsiderations(db, departmentIds(actor), actor.today)
    .where('considerations.proposalId', '=', facts.id)
    .where('considerations.id', '=', considerationId)
    .limit(limit)
    .execute()
  return viewsOf(rows, readersOf(actor, facts))[0]
}

/** Who prepares and decides reads what is meant for them; an author the word to the proposer as well. */
export function readersOf(actor: Actor, facts: ProposalFacts): Readers {
  return {
    isReviewer:
      isSecretariat(actor) ||
      sitsOn(actor, 'improvementCommittee') ||
      sitsOn(actor, 'policyCouncil') ||
      isOfConcerned(actor, facts),
    isAuthor: isAuthor(actor, facts) || facts.creditedIds.includes(actor.personId),
  }
}

type Asking = { proposalId: number; ours: readonly number[]; today: Day }

const selectOfProposal = worded((db, { proposalId, ours, today }: Asking) =>
  selectConsiderations(db, ours, today).where('considerations.proposalId', '=', proposalId).limit(limit),
)
