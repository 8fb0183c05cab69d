import type { Day } from '../calendar'
import type { Db } from '../context'
import { type Actor, belongsTo, departmentIds, isSecretariat, sitsOn } from '../organisation/actor'
import { actorInWords } from '../events/acting'
import { worded } from '../worded.server'
import type { ConsiderationText } from './consideration'
import { type ConsiderationView, readableText } from './consideration-view'
import { textColumns, textOf } from './consideration-text.server'
import { isOrBecame } from '../organisation/heirs.server'
import { isAuthor, type ProposalFacts } from './proposal'

/** A proposal is asked about a few times; this only keeps the list bounded. */
const limit = 100

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
  return rows.map((row) => viewOf(row, readersOf(actor, facts)))
}

/** One record, as the proposal page shows it; `undefined` when there is none. */
export async function findConsiderationSeenBy(
  db: Db,
  actor: Actor,
  facts: ProposalFacts,
  considerationId: number,
): Promise<ConsiderationView | undefined> {
  const row = await selectConsiderations(db, departmentIds(actor), actor.today)
    .where('considerations.proposalId', '=', facts.id)
    .where('considerations.id', '=', considerationId)
    .executeTakeFirst()
  return row && viewOf(row, readersOf(actor, facts))
}

/** Who prepares and decides reads what is meant for them; an author the word to the proposer as well. */
export function readersOf(actor: Actor, facts: ProposalFacts): { isReviewer: boolean; isAuthor: boolean } {
  return {
    isReviewer:
      isSecretariat(actor) ||
      sitsOn(actor, 'improvementCommittee') ||
      sitsOn(actor, 'policyCouncil') ||
      facts.concernedDepartmentIds.some((departmentId) => belongsTo(actor, departmentId)),
    isAuthor: isAuthor(actor, facts) || facts.creditedIds.includes(actor.personId),
  }
}

type Asking = { proposalId: number; ours: readonly number[]; today: Day }

const selectOfProposal = worded((db, { proposalId, ours, today }: Asking) =>
  selectConsiderations(db, ours, today)
    .where('considerations.proposalId', '=', proposalId)
    .orderBy('considerations.round', 'desc')
    .orderBy('considerations.isLead', 'desc')
    .orderBy('considerations.id')
    .limit(limit),
)

function selectConsiderations(db: Db, ours: readonly number[], today: Day) {
  return db
    .selectFrom('considerations')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .leftJoin('considerationAnswers as answers', (join) =>
      join
        .onRef('answers.considerationId', '=', 'considerations.id')
        .on('answers.answeredAt', 'is not', null),
    )
    .leftJoin('people as heads', 'heads.id', 'considerations.answeredForId')
    .leftJoin('people as delegates', 'delegates.id', 'considerations.answeredById')
    .leftJoin('reasonCodes', (join) =>
      join.on('reasonCodes.usedFor', '=', 'difficult').onRef('reasonCodes.code', '=', 'answers.reasonCode'),
    )
    .select((eb) => [
      'considerations.id',
      'departments.name as departmentName',
      'considerations.round',
      'considerations.isLead',
      'considerations.question',
      'considerations.askedAt',
      'considerations.dueOn',
      'considerations.takenUpAt',
      'considerations.answeredAt',
      'heads.name as headName',
      'delegates.name as actorName',
      'reasonCodes.label as reasonLabel',
      eb
        .case()
        .when(isOrBecame('considerations.departmentId', ours, today))
        .then(1)
        .else(0)
        .end()
        .as('isOurs'),
      ...textColumns.map((column) => `answers.${column}` as const),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectConsiderations>['execute']>>[number]

function viewOf(row: Row, readers: { isReviewer: boolean; isAuthor: boolean }): ConsiderationView {
  const {
    id,
    departmentName,
    round,
    isLead,
    question,
    askedAt,
    dueOn,
    takenUpAt,
    answeredAt,
    reasonLabel,
    isOurs,
    headName,
    actorName,
    ...text
  } = row
  return {
    id,
    departmentName,
    round,
    isLead: isLead === 1,
    isOurs: isOurs === 1,
    question,
    askedAt,
    dueOn,
    takenUpAt,
    answeredAt,
    answeredFor: headName === null ? null : actorInWords({ actorName, headName }),
    reasonLabel,
    text: answeredAt === null ? null : readableText(textOf(filled(text)), readers),
  }
}

/** The columns of a left join, which are all there once the department has answered. */
function filled(text: { [Field in keyof ConsiderationText]: Row[Field] }) {
  return text as Omit<ConsiderationText, 'stance'> & { stance: string | null }
}
