import type { Day } from './calendar'
import type { Db } from './context'
import type { Decision } from './proposals/decision'
import { shownStage, type Stage } from './proposals/lifecycle'
import { nextStep, type NextStep } from './proposals/next-step'
import { worded } from './worded.server'

const newestProposals = 5
const newestImprovements = 3
const examples = 2

export interface OwnProposal {
  readonly id: number
  readonly title: string
  /** As its authors may know it. */
  readonly stage: Stage
  readonly decision: Decision | null
  readonly next: NextStep
}

/** The newest proposals of a person, each with who acts next; drafts are not among them. */
export async function listOwnProposals(db: Db, personId: number): Promise<OwnProposal[]> {
  return (await selectOwn(db, { personId })).map(({ id, title, ...facts }) => {
    const stage = shownStage(facts.stage as Stage, false)
    const decision = facts.decision as Decision | null
    const next = nextStep({ ...facts, stage, decision, waitingFor: [], noticeDueOn: null })
    return { id, title, stage, decision, next }
  })
}

const selectOwn = worded((db, { personId }: { personId: number }) =>
  db
    .selectFrom('authorships')
    .innerJoin('proposals', 'proposals.id', 'authorships.proposalId')
    .leftJoin('decisions', (join) =>
      join.onRef('decisions.id', '=', 'proposals.decisionId').on('proposals.notifiedAt', 'is not', null),
    )
    .leftJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .leftJoin('departments', 'departments.id', 'implementations.departmentId')
    .leftJoin('holds', (join) =>
      join.onRef('holds.proposalId', '=', 'proposals.id').on('holds.cameBackAt', 'is', null),
    )
    .leftJoin('people as helpers', 'helpers.id', 'holds.helperId')
    .select([
      'proposals.id',
      'proposals.title',
      'proposals.stage',
      'proposals.receiveDueOn',
      'proposals.answerDueOn',
      'decisions.decision',
      'departments.name as implementingDepartment',
      'implementations.plannedOn',
      'implementations.nextReportOn',
      'holds.recheckOn',
      'helpers.name as helper',
    ])
    .where('authorships.personId', '=', personId)
    .where('authorships.leftAt', 'is', null)
    .where('proposals.submittedAt', 'is not', null)
    .orderBy('authorships.proposalId', 'desc')
    .limit(newestProposals),
)

export interface NewImprovement {
  readonly id: number
  readonly title: string
  readonly departmentName: string
  readonly publishedOn: Day
}

/**
 * The newest improvements of the city, and the newest of one's own department as examples for whoever has not
 * written anything yet. Two walks down a key, in one statement.
 */
export async function listNewImprovements(
  db: Db,
  departmentId: number,
): Promise<{ newest: NewImprovement[]; examples: NewImprovement[] }> {
  const rows = await selectNew(db, { departmentId })
  const of = (wanted: number) =>
    rows.filter((row) => Number(row.own) === wanted).map(({ own: _, ...improvement }) => improvement)
  return { newest: of(0), examples: of(1) }
}

const selectNew = worded((db, { departmentId }: { departmentId: number }) => {
  const shelf = db
    .selectFrom('improvements')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .select([
      'improvements.id',
      'improvements.title',
      'departments.name as departmentName',
      'improvements.publishedOn',
    ])
  const newest = shelf
    .select((eb) => eb.val<number>(0).as('own'))
    .orderBy('improvements.id', 'desc')
    .limit(newestImprovements)
  const own = shelf
    .select((eb) => eb.val<number>(1).as('own'))
    .where('improvements.departmentId', '=', departmentId)
    // The index of a department runs by year.
    .orderBy('improvements.fiscalYear', 'desc')
    .orderBy('improvements.id', 'desc')
    .limit(examples)
  return db
    .selectFrom(newest.as('listed'))
    .selectAll()
    .unionAll(db.selectFrom(own.as('listed')).selectAll())
})
