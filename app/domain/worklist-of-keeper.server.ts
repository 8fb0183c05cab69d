import { sql } from 'kysely'
import type { Db } from './context'
import { unableBodies } from './organisation/unable-bodies.server'
import { type Branch, branch, type Duties } from './worklist-branch.server'
import { lacksCarryOver, lacksChecks, lacksParts, lacksPresiders, lacksQuorum } from './year-lacks.server'

/**
 * 年度の準備: the year to come, from the day on that the settings of this one name, and this one itself for as long as it
 * lacks what it cannot do without. Nothing while nothing is missing. That a project of before is not in the list of a year
 * that has begun may be how a list that was brought in says that it ended, so that is for the page of the year alone.
 */
export function yearsToPrepare(db: Db, duties: Duties): Branch[] {
  const { thisYear, nextYear, nextFirstDay, daysToNextYear } = duties
  const ofThisYear = db
    .selectFrom('fiscalYears as now')
    .where('now.fiscalYear', '=', thisYear)
    .where('now.closedAt', 'is', null)
  return [
    branch(db, 'prepareYear', ofThisYear.where(lacksParts(thisYear)), {
      id: 'now.fiscalYear',
      ...titled(duties.thisYearLabel, duties.thisFirstDay),
    }),
    branch(
      db,
      'prepareYear',
      ofThisYear
        .where('now.prepareDaysBefore', '>=', daysToNextYear)
        .where((eb) =>
          eb.or([
            lacksParts(nextYear),
            lacksCarryOver(nextYear, thisYear),
            lacksChecks(nextYear),
            lacksPresiders(nextFirstDay),
            lacksQuorum(nextFirstDay),
          ]),
        ),
      // Until somebody opens it there is no page of it.
      {
        id: sql`coalesce((select "next"."fiscalYear" from "fiscalYears" as "next" where "next"."fiscalYear" = ${nextYear}), 0)`,
        ...titled(duties.nextYearLabel, nextFirstDay),
      },
    ),
  ]
}

/**
 * 会議体 by name that cannot act today, and, while the next year is prepared, those that could not on its first day: nobody
 * presides, or the quorum is out of reach.
 */
export function bodiesToFill(db: Db, { today, nextFirstDay, thisYear, daysToNextYear }: Duties): Branch[] {
  const inTime = db
    .selectFrom(unableBodies(nextFirstDay).as('unable'))
    .innerJoin('fiscalYears as now', (join) => join.on('now.fiscalYear', '=', thisYear))
    .where('now.prepareDaysBefore', '>=', daysToNextYear)
    .where(sql<boolean>`"unable"."place" not in (select "place" from ${unableBodies(today)} as "already")`)
  return [
    branch(db, 'fillBody', db.selectFrom(unableBodies(today).as('unable')), ofBody),
    branch(db, 'fillBody', inTime, { ...ofBody, dueOn: sql`${nextFirstDay}` }),
  ]
}

const ofBody = { id: 'unable.place', title: 'unable.title' } as const

function titled(label: string, firstDay: string) {
  return { title: sql`cast(${label} as text)`, dueOn: sql`${firstDay}` }
}
