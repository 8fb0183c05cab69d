import { sql } from 'kysely'
import { type Day, firstDayOf, type Instant } from './calendar'
import type { Db } from './context'
import { nested, rowsOf } from './nested.server'
import { listBodies } from './organisation/bodies.server'
import { lackOf } from './organisation/gaps.server'
import { type YearCheck, yearChecks } from './organisation/year-check'
import { selectYearChecks } from './organisation/year-checks.server'
import { notCarriedOver, strayProjects } from './year-lacks.server'

export interface YearPreparation {
  /** 事務事業 of the year. */
  readonly projects: number
  /** Those of the year before that have no row in this one, went into no other and were not said to have ended. */
  readonly notCarriedOver: number
  /** Those whose department is not there on the first day. */
  readonly stray: number
  readonly campaigns: number
  /** Bodies that cannot act on the first day, with what they lack. */
  readonly unableBodies: readonly { readonly name: string; readonly lacks: string }[]
  /** What no data can tell, with who looked it through. */
  readonly checks: readonly {
    readonly item: YearCheck
    readonly checked: { readonly at: Instant; readonly by: string | null } | null
  }[]
}

/** What a year has and lacks, whoever prepared it and in what order. Three statements. */
export async function findYearPreparation(db: Db, fiscalYear: number): Promise<YearPreparation> {
  const firstDay = firstDayOf(fiscalYear)
  const bodies = await listBodies(db, firstDay)
  const { checks, ...parts } = await findParts(db, fiscalYear, firstDay)
  const made = new Map(rowsOf(checks).map((check) => [check.item, check]))
  return {
    projects: Number(parts.projects),
    notCarriedOver: Number(parts.notCarriedOver),
    stray: Number(parts.stray),
    campaigns: Number(parts.campaigns),
    unableBodies: bodies.flatMap((body) => {
      const lacks = lackOf(body)
      return lacks === null ? [] : [{ name: body.name, lacks }]
    }),
    checks: yearChecks.map((item) => {
      const check = made.get(item)
      return { item, checked: check ? { at: check.checkedAt, by: check.by } : null }
    }),
  }
}

async function findParts(db: Db, fiscalYear: number, firstDay: Day) {
  return db
    .selectNoFrom((eb) => [
      sql<number>`(select count(*) from ${notCarriedOver(fiscalYear, fiscalYear - 1)} as "left")`.as(
        'notCarriedOver',
      ),
      sql<number>`(select count(*) from ${strayProjects(fiscalYear, firstDay)} as "strays")`.as('stray'),
      eb
        .selectFrom('projectYears')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('fiscalYear', '=', fiscalYear)
        .as('projects'),
      eb
        .selectFrom('campaigns')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('fiscalYear', '=', fiscalYear)
        .as('campaigns'),
      nested(db, selectYearChecks(db, fiscalYear)).as('checks'),
    ])
    .executeTakeFirstOrThrow()
}
