import { type Member, listMembers } from '../committees/attendance.server'
import { maximumItems } from '../committees/agenda.server'
import type { ItemOutcome, SittingFacts } from '../committees/sitting'
import { findSittingSeenBy } from '../committees/sittings.server'
import type { Db } from '../context'
import type { Actor } from '../organisation/actor'
import type { QuorumRule } from '../organisation/quorum-rule'
import { findQuorumRule } from '../organisation/quorum-rules.server'
import type { Decision } from './decision'

/** An item in the record of its meeting. */
export interface MinutesItem {
  readonly id: number
  readonly position: number
  readonly title: string
  readonly receiptNumber: string | null
  readonly leadDepartmentName: string | null
  readonly note: string
  readonly outcome: ItemOutcome | null
  readonly manner: 'consensus' | 'vote' | null
  readonly presiderName: string | null
  readonly votesFor: number
  readonly votesAgainst: number
  readonly abstentions: number
  readonly castingVote: 'for' | 'against' | null
  readonly decision: Decision | null
  readonly reason: string
}

export interface Minutes {
  readonly sitting: SittingFacts
  readonly members: readonly Member[]
  /** Of the day of the meeting. */
  readonly quorum: QuorumRule
  readonly items: readonly MinutesItem[]
}

/** 議事録: who was there, and what came of each item. Five statements. Throws NotFound. */
export async function findMinutesSeenBy(db: Db, actor: Actor, sittingId: number): Promise<Minutes> {
  const sitting = await findSittingSeenBy(db, actor, sittingId)
  return {
    sitting,
    members: await listMembers(db, sitting),
    quorum: await findQuorumRule(db, sitting.body, sitting.heldOn),
    items: await listItems(db, sitting),
  }
}

/** With the decision of this body on the day of the meeting: a later one belongs to another meeting. */
async function listItems(db: Db, { id, body, heldOn }: SittingFacts): Promise<MinutesItem[]> {
  const rows = await db
    .selectFrom('agendaItems')
    .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .leftJoin('resolutions', 'resolutions.agendaItemId', 'agendaItems.id')
    .leftJoin('people', 'people.id', 'resolutions.presiderId')
    .leftJoin('decisions', (join) =>
      join
        .onRef('decisions.proposalId', '=', 'agendaItems.proposalId')
        .onRef('decisions.decidedAt', '=', 'resolutions.resolvedAt')
        .on('decisions.body', '=', body)
        .on('decisions.heldOn', '=', heldOn),
    )
    .select([
      ...(['agendaItems.id', 'agendaItems.position', 'agendaItems.note'] as const),
      ...(['proposals.title', 'proposals.receiptNumber'] as const),
      ...(['departments.name as leadDepartmentName', 'people.name as presiderName'] as const),
      ...(['resolutions.outcome', 'resolutions.manner', 'resolutions.votesFor'] as const),
      ...(['resolutions.votesAgainst', 'resolutions.abstentions', 'resolutions.castingVote'] as const),
      ...(['decisions.decision', 'decisions.reason'] as const),
    ])
    .where('agendaItems.sittingId', '=', id)
    .orderBy('agendaItems.position')
    .orderBy('agendaItems.id')
    .limit(maximumItems)
    .execute()
  return rows.map((row) => ({
    ...row,
    votesFor: row.votesFor ?? 0,
    votesAgainst: row.votesAgainst ?? 0,
    abstentions: row.abstentions ?? 0,
    decision: row.decision as Decision | null,
    reason: row.reason ?? '',
  }))
}
