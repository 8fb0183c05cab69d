import { bureauOn } from '../organisation/bureau-of-day.server'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { together } from '../nested.server'
import { isOrBecame } from '../organisation/heirs.server'
import { lifecycle } from '../proposals/lifecycle'

const membersImprovements = 10
const mostCarriedOut = 50
const mostCopied = 20

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

/**
 * What a department does and did, in one statement: adopted proposals that it carries out, what is due first at the top
 * and known to all staff since the notice; what it copied from others or is about to, the latest first; the newest
 * improvements of its members of a year.
 */
export async function listDoingsOf(db: Db, departmentId: number, fiscalYear: number, today: Day) {
  return together(db, {
    carriedOut: carriedOutBy(db, departmentId),
    copied: copiedBy(db, departmentId, today),
    improvements: improvementsOf(db, departmentId, fiscalYear),
  })
}

function carriedOutBy(db: Db, departmentId: number) {
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
}

/** Also what was begun by a department that it came out of. */
function copiedBy(db: Db, departmentId: number, today: Day) {
  return db
    .selectFrom('spreads')
    .innerJoin('improvements', 'improvements.id', 'spreads.improvementId')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .leftJoin('improvements as copies', 'copies.practiceId', 'spreads.practiceId')
    .select(['spreads.id', 'spreads.state', 'spreads.stateSince', 'improvements.id as improvementId'])
    .select(['improvements.title', 'departments.name as departmentName', 'copies.id as copyId'])
    .where(isOrBecame('spreads.departmentId', [departmentId], today))
    .where('spreads.state', 'in', ['wanted', 'started', 'done'])
    .orderBy('spreads.stateSince', 'desc')
    .orderBy('spreads.id', 'desc')
    .limit(mostCopied)
}

function improvementsOf(db: Db, departmentId: number, fiscalYear: number) {
  return db
    .selectFrom('improvements')
    .select(['id', 'title', 'authors', 'publishedOn'])
    .where('departmentId', '=', departmentId)
    .where('fiscalYear', '=', fiscalYear)
    .orderBy('id', 'desc')
    .limit(membersImprovements)
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
