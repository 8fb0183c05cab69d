import { sql } from 'kysely'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { together } from '../nested.server'
import type { Line, LineKind, Reorganisation, ReorganisationFacts } from './reorganisation'

const mostShown = 50

/** What is to come first, then the latest; drafts and what was cancelled among them. */
export async function listReorganisations(db: Db): Promise<ReorganisationFacts[]> {
  const rows = await selectFacts(db)
    .orderBy('reorganisations.effectiveOn', 'desc')
    .orderBy('reorganisations.id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(factsOf)
}

/** With its lines, in one statement. Throws NotFound. */
export async function findReorganisation(db: Db, id: number): Promise<Reorganisation> {
  const { found, sides } = await together(db, {
    found: selectFacts(db).where('reorganisations.id', '=', id),
    sides: selectSides(db, id),
  })
  const [row] = found
  if (!row) throw new NotFound()
  return { ...factsOf(row), lines: linesOf(sides) }
}

/** Throws NotFound. */
export async function findPlanOfLine(db: Db, lineId: number): Promise<Reorganisation> {
  const line = await db
    .selectFrom('reorganisationLines')
    .select('reorganisationId')
    .where('id', '=', lineId)
    .executeTakeFirst()
  if (!line) throw new NotFound()
  return findReorganisation(db, line.reorganisationId)
}

interface Row {
  lineId: number
  kind: LineKind
  side: 'former' | 'later' | null
  id: number | null
  departmentId: number | null
  isNew: 0 | 1 | null
  code: string | null
  name: string | null
  parentCode: string | null
}

/** One row for each department on either side of a line. */
function selectSides(db: Db, reorganisationId: number) {
  const sides = sql<Row>`(
    select "lines"."id" as "lineId", "lines"."kind", "sides"."side", "sides"."id", "sides"."departmentId",
      "sides"."isNew", "sides"."code", "sides"."name", "sides"."parentCode"
    from "reorganisationLines" as "lines"
    left join (
      select 'former' as "side", "formers"."lineId", "departments"."id", "departments"."id" as "departmentId",
        0 as "isNew", "departments"."code", "departments"."name", cast(null as text) as "parentCode"
      from "reorganisationFormers" as "formers"
      inner join "departments" on "departments"."id" = "formers"."departmentId"
      union all
      select 'later', "laters"."lineId", "laters"."id", "laters"."departmentId", "laters"."isNew",
        "laters"."code", "laters"."name", "laters"."parentCode"
      from "reorganisationLaters" as "laters"
    ) as "sides" on "sides"."lineId" = "lines"."id"
    where "lines"."reorganisationId" = ${reorganisationId}
  )`
  return db
    .selectFrom(sides.as('sides'))
    .select(['lineId', 'kind', 'side', 'id', 'departmentId', 'isNew', 'code', 'name', 'parentCode'])
    .orderBy('lineId')
    .orderBy('side')
    .orderBy('id')
}

function linesOf(rows: readonly Row[]): Line[] {
  const kinds = new Map(rows.map(({ lineId, kind }) => [lineId, kind]))
  return [...kinds].map(([id, kind]) => {
    const of = (side: 'former' | 'later') => rows.filter((row) => row.lineId === id && row.side === side)
    return {
      ...{ id, kind },
      formers: of('former').map((row) => ({ id: row.id ?? 0, code: row.code ?? '', name: row.name ?? '' })),
      laters: of('later').map((row) => ({
        ...{ id: row.id ?? 0, departmentId: row.departmentId, isNew: row.isNew === 1 },
        ...{ code: row.code ?? '', name: row.name ?? '', parentCode: row.parentCode },
      })),
    }
  })
}

function selectFacts(db: Db) {
  return db
    .selectFrom('reorganisations')
    .leftJoin('people as planners', 'planners.id', 'reorganisations.plannedById')
    .leftJoin('people as changers', 'changers.id', 'reorganisations.changedById')
    .leftJoin('people as schedulers', 'schedulers.id', 'reorganisations.scheduledById')
    .leftJoin('people as cancellers', 'cancellers.id', 'reorganisations.cancelledById')
    .select(['reorganisations.id', 'reorganisations.name', 'reorganisations.effectiveOn'])
    .select(['reorganisations.plannedAt', 'planners.name as plannedBy', 'reorganisations.version'])
    .select(['reorganisations.changedAt', 'changers.name as changedBy'])
    .select(['reorganisations.scheduledAt', 'schedulers.name as scheduledBy'])
    .select(['reorganisations.cancelledAt', 'cancellers.name as cancelledBy'])
    .select((eb) =>
      eb
        .selectFrom('reorganisationPlacements')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('reorganisationPlacements.reorganisationId', '=', 'reorganisations.id')
        .as('placed'),
    )
}

type FactsRow = Awaited<ReturnType<ReturnType<typeof selectFacts>['execute']>>[number]

function factsOf(row: FactsRow): ReorganisationFacts {
  const { id, name, effectiveOn, version, scheduledAt, cancelledAt } = row
  return {
    ...{ id, name, effectiveOn, version, placed: row.placed ?? 0 },
    planned: { at: row.plannedAt, by: row.plannedBy },
    changed: { at: row.changedAt, by: row.changedBy },
    scheduled: scheduledAt === null ? null : { at: scheduledAt, by: row.scheduledBy },
    cancelled: cancelledAt === null ? null : { at: cancelledAt, by: row.cancelledBy },
  }
}
