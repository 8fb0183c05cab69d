import { bureauOn, firstDayOfYear } from '../organisation/bureau-of-day.server'
import { createHash } from 'node:crypto'
import { firstDayOf } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { listHeirs } from '../organisation/heirs.server'
import { isValidOn } from '../organisation/validity'
import { type CarryOver, faultOf, goesOn } from './carry-over'

type Line = Omit<CarryOver, 'fault'>

/**
 * The 事務事業 of the year before by bureau, department and code, each with what becomes of it in `fiscalYear`. Three
 * statements at most, however many there are.
 */
export async function listCarryOvers(db: Db, fiscalYear: number): Promise<CarryOver[]> {
  const formers = await selectFormers(db)
    .where('former.fiscalYear', '=', fiscalYear - 1)
    .orderBy('departments.code')
    .orderBy('former.code')
    .execute()
  const there = await db
    .selectFrom('projectYears')
    .select(['code', 'name', 'projectId'])
    .where('fiscalYear', '=', fiscalYear)
    .execute()
  const day = firstDayOf(fiscalYear)
  const endingIds = formers.filter((former) => !isValidOn(former, day)).map((former) => former.departmentId)
  const heirs = await listHeirs(db, [...new Set(endingIds)], day)

  const carried = new Set(there.map(({ projectId }) => projectId))
  const names = new Map([...formers, ...there].map(({ code, name }) => [code, name]))
  const lines = formers.map((former): Line => ({
    ...{ projectYearId: former.id, projectId: former.projectId, code: former.code, name: former.name },
    department: { id: former.departmentId, name: former.departmentName },
    bureau: named(former.bureauId, former.bureauName),
    kind: former.kind ?? 'continued',
    newName: former.newName,
    newDepartment: named(former.newDepartmentId, former.newDepartmentName),
    into:
      former.intoCode === null ? null : { code: former.intoCode, name: names.get(former.intoCode) ?? null },
    state: isDone(former, carried) ? 'done' : 'open',
    heirs: isValidOn(former, day)
      ? null
      : (heirs.get(former.departmentId) ?? []).map(({ id, name }) => ({ id, name })),
  }))
  const goingOn = lines.filter((line) => line.state === 'open' && goesOn(line))
  const year = {
    taken: new Map(there.map(({ code, projectId }) => [code, projectId])),
    coming: new Set([...there, ...goingOn].map(({ code }) => code)),
  }
  return lines.map((line) => ({ ...line, fault: line.state === 'done' ? null : faultOf(line, year) }))
}

/** One of them, by its row in the year before, with the year after. Throws NotFound, also while nobody has opened that. */
export async function findCarryOver(db: Db, projectYearId: number) {
  const year = await db
    .selectFrom('projectYears as former')
    .innerJoin('fiscalYears', (join) =>
      join.on((eb) => eb('fiscalYears.fiscalYear', '=', eb('former.fiscalYear', '+', 1))),
    )
    .select(['fiscalYears.fiscalYear', 'fiscalYears.closedAt'])
    .where('former.id', '=', projectYearId)
    .executeTakeFirst()
  if (!year) throw new NotFound()
  const lines = await listCarryOvers(db, year.fiscalYear)
  const line = lines.find((one) => one.projectYearId === projectYearId)
  if (!line) throw new NotFound()
  return { year, line, lines }
}

/** Of what a check page showed, so that nothing else is done than what was seen there. */
export function fingerprintOf(open: readonly CarryOver[]): string {
  return createHash('sha256').update(JSON.stringify(open)).digest('base64url')
}

function isDone(
  {
    projectId,
    kind,
    carriedAt,
    wentInto,
  }: { kind: string | null; carriedAt: string | null } & {
    projectId: number
    wentInto: number | null
  },
  carried: ReadonlySet<number>,
): boolean {
  return carried.has(projectId) || wentInto !== null || (kind === 'ended' && carriedAt !== null)
}

function named(id: number | null, name: string | null): { id: number; name: string } | null {
  return id === null ? null : { id, name: name ?? '' }
}

function selectFormers(db: Db) {
  return db
    .selectFrom('projectYears as former')
    .innerJoin('departments', 'departments.id', 'former.departmentId')
    .leftJoin('departments as bureaus', (join) =>
      join.on('bureaus.id', '=', bureauOn('departments', firstDayOfYear('former.fiscalYear'))),
    )
    .leftJoin('carryOvers', 'carryOvers.projectYearId', 'former.id')
    .leftJoin('departments as later', 'later.id', 'carryOvers.departmentId')
    .select(['former.id', 'former.projectId', 'former.code', 'former.name', 'former.departmentId'])
    .select(['departments.name as departmentName', 'departments.validFrom', 'departments.validTo'])
    .select(['bureaus.id as bureauId', 'bureaus.name as bureauName'])
    .select(['carryOvers.kind', 'carryOvers.name as newName', 'carryOvers.intoCode', 'carryOvers.carriedAt'])
    .select(['later.id as newDepartmentId', 'later.name as newDepartmentName'])
    .select((eb) =>
      eb
        .selectFrom('projectSuccessors')
        .select(({ fn }) => fn.min('toProjectYearId').as('id'))
        .whereRef('projectSuccessors.fromProjectYearId', '=', 'former.id')
        .as('wentInto'),
    )
}
