import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema'
import { bureauOn } from '../organisation/bureau-of-day.server'
import { type Day, firstDayOf, fiscalYearOf, lastDayOf, sameDayLastYear } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { worded } from '../worded.server'
import { type Attainment, type DepartmentShare, missingOf, shareOf } from './attainment'
import { inDenominator, outsideDenominator } from './denominator.server'
import { countExpectedProjects } from './expected.server'
import { permilleOf } from './ratio'

/**
 * The figure of a year with all that it is read by. Costs two statements over the projects and their summary, so it
 * is the same whether a thousand improvements were ever made or a million. Without a year it is this one, or the last
 * one that was opened. Throws NotFound for a year that nobody has opened.
 */
export async function findAttainment(db: Db, wanted: number | undefined, today: Day): Promise<Attainment> {
  const thisYear = fiscalYearOf(today)
  const rows = await selectYears(db, { today, sameDay: sameDayLastYear(asOfDay(wanted ?? thisYear, today)) })
  const row = rows.findLast((one) =>
    wanted === undefined ? one.fiscalYear <= thisYear : one.fiscalYear === wanted,
  )
  if (!row) throw new NotFound()
  const { fiscalYear } = row
  const asOf = asOfDay(fiscalYear, today)
  const share = shareOf(row.numerator, row.denominator)
  const last = rows.find((one) => one.fiscalYear === fiscalYear - 1)
  const isOpen = fiscalYear === thisYear && row.rule.basis === 'implemented'
  const projects = isOpen ? await countExpectedProjects(db, fiscalYear) : 0
  return {
    ...share,
    fiscalYear,
    targetPermille: row.targetPermille,
    rule: row.rule,
    asOf,
    missing: missingOf(share, row.targetPermille),
    sameDayLastYear:
      last && last.denominator > 0
        ? { ...shareOf(last.sameDay, last.denominator), on: sameDayLastYear(asOf) }
        : null,
    expected: isOpen
      ? {
          projects,
          permille:
            (shareOf(share.numerator + projects, share.denominator).permille ?? 0) - (share.permille ?? 0),
        }
      : null,
    // The next year may be open already; there is nothing to show of it.
    years: rows
      .filter((one) => one.fiscalYear <= thisYear)
      .map(({ fiscalYear: year, targetPermille, numerator, denominator }) => ({
        ...shareOf(numerator, denominator),
        fiscalYear: year,
        targetPermille,
      })),
  }
}

/** Every year that was opened, oldest first, with its settings. */
async function selectYears(db: Db, days: { today: Day; sameDay: Day }) {
  const rows = await selectCounts(db, days)
  return rows.map(({ basis, counted, definition, closedAt, smallBelow, projects, ...row }) => ({
    ...row,
    rule: {
      basis,
      denominator: counted,
      definition,
      closedAt,
      smallBelow,
      excluded: projects - row.denominator,
    },
  }))
}

/**
 * Projects and improved projects are counted apart: joined, every project of every year would be looked up. Of what was
 * improved, the few that the year leaves out of its figure 「対象外」 are taken off instead of asking each whether it counts.
 */
const selectCounts = worded((db, { today, sameDay }: { today: Day; sameDay: Day }) =>
  db
    .with('projects', (cte) =>
      cte
        .selectFrom('projectYears')
        .select(({ fn }) => [
          'fiscalYear',
          fn.countAll<number>().as('all'),
          fn.sum<number>('inScope').as('inScope'),
        ])
        .groupBy('fiscalYear'),
    )
    .with('improved', (cte) =>
      cte
        .selectFrom('attainments')
        .select('attainments.fiscalYear')
        .select(byDays(sameDay))
        .where('attainments.firstOn', '<=', today)
        .groupBy('attainments.fiscalYear'),
    )
    .with('leftOut', (cte) =>
      cte
        .selectFrom('fiscalYears')
        .innerJoin('projectYears', 'projectYears.fiscalYear', 'fiscalYears.fiscalYear')
        .innerJoin('attainments', (join) =>
          join
            .onRef('attainments.fiscalYear', '=', 'projectYears.fiscalYear')
            .onRef('attainments.projectId', '=', 'projectYears.projectId')
            .on('attainments.firstOn', '<=', today),
        )
        .select('fiscalYears.fiscalYear')
        .select(byDays(sameDay))
        .where(outsideDenominator)
        .groupBy('fiscalYears.fiscalYear'),
    )
    .selectFrom('fiscalYears')
    .leftJoin('projects', 'projects.fiscalYear', 'fiscalYears.fiscalYear')
    .leftJoin('improved', 'improved.fiscalYear', 'fiscalYears.fiscalYear')
    .leftJoin('leftOut', 'leftOut.fiscalYear', 'fiscalYears.fiscalYear')
    .select(({ eb, fn, lit, ref }) => {
      const without = (days: 'byToday' | 'bySameDay') =>
        eb(fn.coalesce(`improved.${days}`, lit(0)), '-', fn.coalesce(`leftOut.${days}`, lit(0)))
      const counted = eb
        .case()
        .when('fiscalYears.denominator', '=', 'all')
        .then(ref('projects.all'))
        .else(ref('projects.inScope'))
        .end()
      return [
        'fiscalYears.fiscalYear',
        'fiscalYears.targetPermille',
        'fiscalYears.countingBasis as basis',
        'fiscalYears.denominator as counted',
        'fiscalYears.definition',
        'fiscalYears.closedAt',
        'fiscalYears.smallDepartmentProjects as smallBelow',
        fn.coalesce('projects.all', lit(0)).as('projects'),
        fn.coalesce(counted, lit(0)).as('denominator'),
        without('byToday').as('numerator'),
        without('bySameDay').as('sameDay'),
      ]
    })
    .orderBy('fiscalYears.fiscalYear'),
)

/** How many were improved by today, and how many by the same day of the year before. */
function byDays(sameDay: Day) {
  return ({ fn, eb }: ExpressionBuilder<Database, 'attainments'>) => [
    fn.countAll<number>().as('byToday'),
    fn.count<number>(eb.case().when('attainments.firstOn', '<=', sameDay).then(1).end()).as('bySameDay'),
  ]
}

/** In the order of the organisation, by the names that the departments have in that year. One statement. */
export async function listDepartmentShares(
  db: Db,
  fiscalYear: number,
  today: Day,
): Promise<DepartmentShare[]> {
  const rows = await selectShares(db, {
    ...{ fiscalYear, asOf: asOfDay(fiscalYear, today), first: firstDayOf(fiscalYear) },
  })
  return rows.map((row) => ({
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    bureauId: row.bureauId,
    bureauName: row.bureauName,
    numerator: row.numerator,
    denominator: row.denominator,
    permille: permilleOf(row.numerator, row.denominator),
    isSmall: row.denominator < row.smallBelow,
  }))
}

/** Counted by number first: grouped by name and code, every project would carry them along. */
const selectShares = worded(
  (db, { fiscalYear, asOf, first }: { fiscalYear: number; asOf: Day; first: Day }) =>
    db
      .with('shares', (cte) =>
        cte
          .selectFrom('projectYears')
          .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'projectYears.fiscalYear')
          .leftJoin('attainments', (join) =>
            join
              .onRef('attainments.fiscalYear', '=', 'projectYears.fiscalYear')
              .onRef('attainments.projectId', '=', 'projectYears.projectId')
              .on('attainments.firstOn', '<=', asOf),
          )
          .select(({ fn }) => [
            'projectYears.departmentId',
            'fiscalYears.smallDepartmentProjects as smallBelow',
            fn.countAll<number>().as('denominator'),
            fn.count<number>('attainments.projectId').as('numerator'),
          ])
          .where('projectYears.fiscalYear', '=', fiscalYear)
          .where(inDenominator)
          .groupBy(['projectYears.departmentId', 'fiscalYears.smallDepartmentProjects']),
      )
      .selectFrom('shares')
      .innerJoin('departments', 'departments.id', 'shares.departmentId')
      .leftJoin('departments as bureaus', (join) =>
        join.on('bureaus.id', '=', bureauOn('departments', first)),
      )
      .select(({ fn }) => [
        'departments.id as departmentId',
        'departments.name as departmentName',
        fn.coalesce('bureaus.id', 'departments.id').as('bureauId'),
        fn.coalesce('bureaus.name', 'departments.name').as('bureauName'),
        'shares.smallBelow',
        'shares.denominator',
        'shares.numerator',
      ])
      .orderBy((eb) => eb.fn.coalesce('bureaus.code', 'departments.code'))
      .orderBy('departments.code'),
)

/** 基準日 of a year's figure. */
export function asOfDay(fiscalYear: number, today: Day): Day {
  const last = lastDayOf(fiscalYear)
  return today < last ? today : last
}
