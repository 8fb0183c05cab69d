import { bureauOn } from '../organisation/bureau-of-day.server'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { lifecycle } from '../proposals/lifecycle'

const membersImprovements = 10
const mostCarriedOut = 50

/**
 * A department with the bureau above it, how many proposals wait for its consideration today (without a word about
 * which), and what it became where it is no more. Throws NotFound.
 */
export async function findDepartmentWithSuccessors(db: Db, departmentId: number, today: Day) {
  const rows = await db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', today)))
    .leftJoin('departmentSuccessors', 'departmentSuccessors.fromId', 'departments.id')
    .leftJoin('departments as successors', 'successors.id', 'departmentSuccessors.toId')
    .select([
      'departments.id',
      'departments.name',
      'departments.validTo',
      'bureaus.id as bureauId',
      'bureaus.name as bureauName',
      'successors.id as successorId',
      'successors.name as successorName',
      openConsiderations(db, departmentId).as('open'),
      openConsiderations(db, departmentId).where('considerations.takenUpAt', 'is not', null).as('takenUp'),
    ])
    .where('departments.id', '=', departmentId)
    .orderBy('successors.code', (order) => order.asc().nullsLast())
    .execute()
  const [row] = rows
  if (!row) throw new NotFound()
  const { id, name, validTo, bureauId, bureauName, open, takenUp } = row
  return {
    ...{ id, name, validTo, bureauId, bureauName },
    considerations: { waiting: (open ?? 0) - (takenUp ?? 0), considering: takenUp ?? 0 },
    successors: rows.flatMap(({ successorId, successorName }) =>
      successorId === null || successorName === null ? [] : [{ id: successorId, name: successorName }],
    ),
  }
}

/** Adopted proposals that the department carries out, what is due first at the top; known to all staff since the notice. */
export async function listCarriedOutBy(db: Db, departmentId: number) {
  return db
    .selectFrom('implementations')
    .innerJoin('proposals', 'proposals.id', 'implementations.proposalId')
    .select((eb) => [
      'proposals.id',
      'proposals.title',
      'implementations.status',
      eb.fn.coalesce('implementations.nextReportOn', 'implementations.plannedOn').as('dueOn'),
    ])
    .where('implementations.departmentId', '=', departmentId)
    .where('implementations.verifiedAt', 'is', null)
    .where('implementations.endedAt', 'is', null)
    .where('proposals.notifiedAt', 'is not', null)
    .orderBy('dueOn', (order) => order.asc().nullsLast())
    .orderBy('proposals.id')
    .limit(mostCarriedOut)
    .execute()
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

function openConsiderations(db: Db, departmentId: number) {
  return db
    .selectFrom('considerations')
    .innerJoin('proposals', 'proposals.id', 'considerations.proposalId')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('considerations.departmentId', '=', departmentId)
    .where('considerations.answeredAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.closeConsideration.from)
}
