import type { Day } from '../calendar'
import { worded } from '../worded.server'
import type { DecisionView } from './committee-view'
import type { Decision } from './decision'
import { selectFacts } from './facts.server'

/**
 * The facts with the texts, the decision and what the next step depends on, in one row. What of it a reader may know is
 * `findProposalPage`'s to say.
 */
export const selectPage = worded((db, { proposalId, today }: { proposalId: number; today: Day }) =>
  selectFacts(db, proposalId, today)
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'proposals.fiscalYear')
    .leftJoin('themes', 'themes.id', 'proposals.themeId')
    .leftJoin('departments as named', 'named.id', 'decisions.implementingDepartmentId')
    .leftJoin('reasonCodes', (join) =>
      join
        .on('reasonCodes.usedFor', '=', 'notAdopted')
        .onRef('reasonCodes.code', '=', 'decisions.reasonCode'),
    )
    .leftJoin('notices', (join) =>
      join
        .onRef('notices.proposalId', '=', 'proposals.id') // the one that has an index
        .onRef('notices.decisionId', '=', 'decisions.id'),
    )
    .leftJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .leftJoin('departments as implementing', 'implementing.id', 'implementations.departmentId')
    .select((eb) => [
      'proposals.fiscalYear',
      'proposals.title',
      'proposals.currentSituation',
      'proposals.proposal',
      'proposals.concerns',
      'proposals.expectedEffect',
      'proposals.cost',
      'proposals.effectTags',
      'proposals.minutesPerYear',
      'proposals.yenPerYear',
      'proposals.groupName',
      'proposals.willingness',
      'proposals.receiptNumber',
      'proposals.acceptedAt',
      'proposals.receiveDueOn',
      'proposals.answerDueOn',
      'themes.title as themeTitle',
      'departments.name as leadDepartmentName',
      'decisions.decision',
      'decisions.decidedAt',
      'decisions.body',
      'decisions.heldOn',
      'decisions.part',
      'decisions.reason',
      'decisions.possibleWhen',
      'decisions.reference',
      'decisions.directive',
      'decisions.owner',
      'decisions.plannedOn as decidedPlan',
      'decisions.targetProjectId',
      'reasonCodes.label as reasonLabel',
      'notices.comment',
      'named.name as namedToImplement',
      'implementing.name as implementingName',
      'implementations.plannedOn',
      'implementations.nextReportOn',
      'fiscalYears.noticeWithinDays',
      eb
        .selectFrom('projectYears')
        .select('projectYears.name')
        .whereRef('projectYears.projectId', '=', 'decisions.targetProjectId')
        .orderBy('projectYears.fiscalYear', 'desc')
        .limit(1)
        .as('targetProjectName'),
    ]),
)

export type PageRow = Awaited<ReturnType<typeof selectPage>>[number]

/** The decision that counts, with its notice; null while there is none. */
export function decisionOf(row: PageRow): DecisionView | null {
  if (row.decision === null) return null
  return {
    decision: row.decision as Decision,
    body: row.body ?? 'improvementCommittee',
    heldOn: row.heldOn ?? '',
    part: row.part ?? '',
    reason: row.reason ?? '',
    reasonLabel: row.reasonLabel,
    possibleWhen: row.possibleWhen ?? '',
    reference: row.reference ?? '',
    directive: row.directive ?? 'information',
    implementingDepartmentName: row.namedToImplement,
    owner: row.owner ?? '',
    plannedOn: row.decidedPlan,
    project:
      row.targetProjectId === null ? null : { id: row.targetProjectId, name: row.targetProjectName ?? '' },
    notifiedAt: row.notifiedAt,
    comment: row.comment ?? '',
  }
}
