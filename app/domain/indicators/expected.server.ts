import { type RawBuilder, sql } from 'kysely'
import { type Day, lastDayOf } from '../calendar'
import type { Db } from '../context'
import { lifecycle } from '../proposals/lifecycle'
import { worded } from '../worded.server'
import { adoptions } from './candidates.server'
import { inDenominator } from './denominator.server'

/**
 * Projects that adopted proposals would improve within the year once they are carried out, and that have no
 * improvement yet.
 */
export async function countExpectedProjects(db: Db, fiscalYear: number): Promise<number> {
  const [row] = await selectCount(db, { fiscalYear, lastDay: lastDayOf(fiscalYear) })
  return row?.projects ?? 0
}

const selectCount = worded((db, { fiscalYear, lastDay }: { fiscalYear: number; lastDay: Day }) =>
  expectedProjects(db, fiscalYear, lastDay).select(({ fn }) =>
    fn.count<number>('projectYears.projectId').distinct().as('projects'),
  ),
)

/** Rows of the expectation, one for each proposal and project; starts from the few proposals under way. */
export function expectedProjects(db: Db, fiscalYear: number, lastDay = lastDayOf(fiscalYear)) {
  return db
    .selectFrom('proposals')
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .leftJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .leftJoin('proposalProjects', (join) =>
      join.onRef('proposalProjects.proposalId', '=', 'proposals.id').on(named, 'is', null),
    )
    .innerJoin('projectYears', (join) =>
      join
        .on(sql`coalesce(${named}, "proposalProjects"."projectId")`, '=', sql.ref('projectYears.projectId'))
        .on('projectYears.fiscalYear', '=', fiscalYear),
    )
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'projectYears.fiscalYear')
    .leftJoin('attainments', (join) =>
      join
        .onRef('attainments.fiscalYear', '=', 'projectYears.fiscalYear')
        .onRef('attainments.projectId', '=', 'projectYears.projectId'),
    )
    .where('proposals.stage', 'in', lifecycle.abandonImplementation.from)
    .where('decisions.decision', 'in', adoptions)
    .where('attainments.projectId', 'is', null)
    .where(inDenominator)
    .where((eb) =>
      eb.or([
        eb(plannedOn, 'is', null),
        // What is planned for next year does not move this year's share.
        eb(plannedOn, '<=', lastDay),
      ]),
    )
}

const named: RawBuilder<number | null> =
  sql`coalesce("implementations"."projectId", "decisions"."targetProjectId")`
const plannedOn: RawBuilder<string | null> =
  sql`coalesce("implementations"."plannedOn", "decisions"."plannedOn")`
