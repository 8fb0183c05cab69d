import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { lifecycle } from '../proposals/lifecycle'

const membersImprovements = 10

/** A department with the bureau above it, and what it became where it is no more. Throws NotFound. */
export async function findDepartmentWithSuccessors(db: Db, departmentId: number) {
  const rows = await db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', 'bureaus.id', 'departments.parentId')
    .leftJoin('departmentSuccessors', 'departmentSuccessors.fromId', 'departments.id')
    .leftJoin('departments as successors', 'successors.id', 'departmentSuccessors.toId')
    .select([
      'departments.id',
      'departments.name',
      'departments.kind',
      'departments.validTo',
      'bureaus.id as bureauId',
      'bureaus.name as bureauName',
      'successors.id as successorId',
      'successors.name as successorName',
    ])
    .where('departments.id', '=', departmentId)
    .orderBy('successors.code', (order) => order.asc().nullsLast())
    .execute()
  const [row] = rows
  if (!row) throw new NotFound()
  const { successorId: _, successorName: __, ...department } = row
  return {
    ...department,
    successors: rows.flatMap(({ successorId: id, successorName: name }) =>
      id === null || name === null ? [] : [{ id, name }],
    ),
  }
}

/** How many proposals the department has before it today, without a word about which. */
export async function countProposalsOf(db: Db, departmentId: number) {
  const open = db
    .selectFrom('considerations')
    .innerJoin('proposals', 'proposals.id', 'considerations.proposalId')
    .select((eb) => [
      eb
        .case()
        .when('considerations.takenUpAt', 'is', null)
        .then('waiting')
        .else('considering')
        .end()
        .as('state'),
      'considerations.proposalId',
    ])
    .where('considerations.departmentId', '=', departmentId)
    .where('considerations.answeredAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.closeConsideration.from)
  const underWay = db
    .selectFrom('implementations')
    .innerJoin('proposals', 'proposals.id', 'implementations.proposalId')
    .select((eb) => [eb.val('implementing').as('state'), 'implementations.proposalId'])
    .where('implementations.departmentId', '=', departmentId)
    .where('implementations.verifiedAt', 'is', null)
    .where('implementations.endedAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.completeImplementation.from)
  const rows = await db
    .selectFrom(open.unionAll(underWay).as('concerned'))
    .select(({ fn }) => ['state', fn.countAll<number>().as('proposals')])
    .groupBy('state')
    .execute()
  const of = (state: string) => rows.find((row) => row.state === state)?.proposals ?? 0
  return { waiting: of('waiting'), considering: of('considering'), implementing: of('implementing') }
}

export interface DepartmentImprovement {
  readonly id: number
  readonly title: string
  readonly authors: string
  readonly publishedOn: Day
}

/** The newest improvements of its members, of a year. */
export async function listImprovementsOf(
  db: Db,
  departmentId: number,
  fiscalYear: number,
): Promise<DepartmentImprovement[]> {
  return db
    .selectFrom('improvements')
    .select(['id', 'title', 'authors', 'publishedOn'])
    .where('departmentId', '=', departmentId)
    .where('fiscalYear', '=', fiscalYear)
    .orderBy('id', 'desc')
    .limit(membersImprovements)
    .execute()
}
