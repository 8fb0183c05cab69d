import { type ShownAttachment, shownTo } from '../attachments/attachment'
import { listAttachments, listPracticeFiles } from '../attachments/fetching.server'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { effectTagsOf, type IctKind } from '../effects'
import { NotFound } from '../errors'
import { actorInWords } from '../events/acting'
import type { Decision, ImplementationStatus } from '../proposals/decision'
import { areNamesPublic, type ProposalFacts } from '../proposals/proposal'
import { worded } from '../worded.server'
import { followUpColumns, withoutFollowUp } from './follow-up-of-improvement.server'
import { followUpDepartmentsOf } from './following-up.server'
import { guideColumns, withoutGuide } from './guide-of-improvement.server'
import { departmentsOf } from './guiding.server'
import { listProjectsOfImprovement } from './projects-of-improvement.server'

/** One improvement with all that there is to tell: before, after, effect, who and where. Throws NotFound. */
export async function findImprovement(db: Db, improvementId: number, today: Day) {
  const [row] = await selectShelved(db, { improvementId, today })
  if (!row) throw new NotFound()
  const { effectTags, ictKind, state, practiceId, proposalId } = row
  const { others, guide, guideFacts } = withoutGuide(row)
  const { others: shelved, asked, followUp } = withoutFollowUp(others)
  const proposal = proposalId === null ? null : await findProposalTexts(db, proposalId)
  return {
    ...shelved,
    asked,
    followUp,
    guide,
    guideFacts,
    practiceId,
    proposalId,
    state: state as ImplementationStatus,
    effectTags: effectTagsOf(effectTags),
    ictKind: ictKind as IctKind | null,
    practice: practiceId === null ? null : await findPracticeTexts(db, practiceId),
    proposal,
    attachments: await listFiles(db, { practiceId, proposalId, proposal }),
    projects: await listProjectsOfImprovement(db, shelved),
  }
}

/** Of a published proposal, whose names may still be for the secretariat alone. */
async function listFiles(
  db: Db,
  {
    practiceId,
    proposalId,
    proposal,
  }: {
    practiceId: number | null
    proposalId: number | null
    proposal: Pick<ProposalFacts, 'nameDisclosure'> | null
  },
): Promise<ShownAttachment[]> {
  if (practiceId !== null) return listPracticeFiles(db, practiceId)
  if (proposalId === null || proposal === null) return []
  const names = { nameDisclosure: proposal.nameDisclosure, notified: true }
  return shownTo({ knowsAuthors: areNamesPublic(names) }, await listAttachments(db, { proposalId }))
}

/** What every page about an improvement shows of it. Throws NotFound. */
export async function findShelved(db: Db, improvementId: number) {
  const row = await db
    .selectFrom('improvements')
    .select(['title', 'departmentId', 'state'])
    .where('id', '=', improvementId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { ...row, state: row.state as ImplementationStatus }
}

const selectShelved = worded((db, { improvementId, today }: { improvementId: number; today: Day }) =>
  db
    .selectFrom('improvements')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .innerJoin('departments as bureaus', 'bureaus.id', 'improvements.bureauId')
    .leftJoin('spreads', 'spreads.practiceId', 'improvements.practiceId')
    .leftJoin('improvements as origins', 'origins.id', 'spreads.improvementId')
    .leftJoin('followUps', 'followUps.improvementId', 'improvements.id')
    .leftJoin('practices as reports', 'reports.id', 'improvements.practiceId')
    .leftJoin('copyingGuides', 'copyingGuides.improvementId', 'improvements.id')
    .leftJoin('people as guiders', 'guiders.id', 'copyingGuides.writtenById')
    .leftJoin('people as tellers', 'tellers.id', 'followUps.answeredById')
    .leftJoin('people as tellersHeads', 'tellersHeads.id', 'followUps.answeredForId')
    .select((eb) => [
      'improvements.id',
      'improvements.practiceId',
      'improvements.proposalId',
      'improvements.fiscalYear',
      'improvements.title',
      'improvements.authors',
      'improvements.effectTags',
      'improvements.minutesPerYear',
      'improvements.yenPerYear',
      'improvements.recurring',
      'improvements.ictKind',
      'improvements.state',
      'improvements.implementedOn',
      'improvements.publishedOn',
      'departments.id as departmentId',
      'departments.name as departmentName',
      'bureaus.name as bureauName',
      'origins.id as originId',
      'origins.title as originTitle',
      ...followUpColumns,
      ...guideColumns,
      departmentsOf(db, improvementId, today).as('departments'),
      followUpDepartmentsOf(db, improvementId, today).as('followUpFrom'),
      eb
        .selectFrom('remarks')
        .select(({ fn }) => fn.countAll<number>().as('remarks'))
        .whereRef('remarks.improvementId', '=', 'improvements.id')
        .as('remarks'),
    ])
    .where('improvements.id', '=', improvementId),
)

async function findPracticeTexts(db: Db, practiceId: number) {
  const [texts] = await selectPracticeTexts(db, { practiceId })
  if (!texts) throw new NotFound()
  const { actorName, headName, ...rest } = texts
  return { ...rest, confirmedBy: actorInWords({ actorName, headName }) }
}

const selectPracticeTexts = worded((db, { practiceId }: { practiceId: number }) =>
  db
    .selectFrom('practices')
    .leftJoin('people', 'people.id', 'practices.confirmedById')
    .leftJoin('people as heads', 'heads.id', 'practices.confirmedForId')
    .select([
      'practices.before',
      'practices.change',
      'practices.calculationBasis',
      'practices.headComment',
      'practices.receiptNumber',
      'people.name as actorName',
      'heads.name as headName',
    ])
    .where('practices.id', '=', practiceId),
)

/** Only what was published with the notice. */
async function findProposalTexts(db: Db, proposalId: number) {
  const [row] = await selectProposalTexts(db, { proposalId })
  if (!row) throw new NotFound()
  return { ...row, decision: row.decision as Decision }
}

const selectProposalTexts = worded((db, { proposalId }: { proposalId: number }) =>
  db
    .selectFrom('proposals')
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .leftJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .select([
      'proposals.currentSituation',
      'proposals.proposal',
      'proposals.expectedEffect',
      'proposals.receiptNumber',
      'proposals.nameDisclosure',
      'decisions.decision',
      'decisions.body',
      'decisions.part',
      'decisions.reason',
      'decisions.heldOn',
      'implementations.actualEffect',
      'implementations.plannedOn',
      'implementations.verification',
      'implementations.completedAt',
    ])
    .where('proposals.id', '=', proposalId)
    .where('proposals.notifiedAt', 'is not', null),
)
