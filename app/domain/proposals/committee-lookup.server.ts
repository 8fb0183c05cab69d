import type { Db } from '../context'
import type { Actor } from '../organisation/actor'
import type { DecisionView, HoldView, ReferralView } from './committee-view'
import type { Decision } from './decision'
import { lifecycle } from './lifecycle'
import { knowsDecisions, type ProposalFacts } from './proposal'

/**
 * The decision that counts, with its notice: null while there is none, and until the notice for everybody who does not
 * prepare it. In one statement.
 */
export async function findDecisionSeenBy(
  db: Db,
  actor: Actor,
  facts: Pick<ProposalFacts, 'id' | 'notified'>,
): Promise<DecisionView | null> {
  if (!facts.notified && !knowsDecisions(actor)) return null
  const row = await selectDecision(db, facts.id)
  if (!row) return null
  const { projectId, projectName, decision, comment, ...rest } = row
  return {
    ...rest,
    decision: decision as Decision,
    project: projectId === null ? null : { id: projectId, name: projectName ?? '' },
    comment: comment ?? '',
  }
}

/** Until when it is being nurtured and by whom; null when it is not on hold. */
export async function findOpenHold(db: Db, proposalId: number): Promise<HoldView | null> {
  const row = await db
    .selectFrom('holds')
    .innerJoin('proposals', 'proposals.id', 'holds.proposalId')
    .innerJoin('people', 'people.id', 'holds.helperId')
    .select(['holds.reason', 'people.name as helperName', 'holds.heldOn', 'holds.recheckOn'])
    .where('holds.proposalId', '=', proposalId)
    .where('holds.cameBackAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.comeBack.from)
    .executeTakeFirst()
  return row ?? null
}

/** Matters put before 政策会議, the latest first; for those who prepare decisions alone. */
export async function listReferralsSeenBy(db: Db, actor: Actor, proposalId: number): Promise<ReferralView[]> {
  if (!knowsDecisions(actor)) return []
  return db
    .selectFrom('referrals')
    .select(['kind', 'subject', 'summary', 'requestedDecision', 'heldOn', 'outcome', 'outcomeOn'])
    .where('proposalId', '=', proposalId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
}

function selectDecision(db: Db, proposalId: number) {
  return db
    .selectFrom('proposals')
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .leftJoin('departments', 'departments.id', 'decisions.implementingDepartmentId')
    .leftJoin('reasonCodes', (join) =>
      join
        .on('reasonCodes.usedFor', '=', 'notAdopted')
        .onRef('reasonCodes.code', '=', 'decisions.reasonCode'),
    )
    .leftJoin('notices', 'notices.decisionId', 'decisions.id')
    .select((eb) => [
      'decisions.decision',
      'decisions.body',
      'decisions.heldOn',
      'decisions.part',
      'decisions.reason',
      'reasonCodes.label as reasonLabel',
      'decisions.possibleWhen',
      'decisions.reference',
      'decisions.directive',
      'departments.name as implementingDepartmentName',
      'decisions.owner',
      'decisions.plannedOn',
      'decisions.targetProjectId as projectId',
      'proposals.notifiedAt',
      'notices.comment',
      eb
        .selectFrom('projectYears')
        .select('projectYears.name')
        .whereRef('projectYears.projectId', '=', 'decisions.targetProjectId')
        .orderBy('projectYears.fiscalYear', 'desc')
        .limit(1)
        .as('projectName'),
    ])
    .where('proposals.id', '=', proposalId)
    .executeTakeFirst()
}
