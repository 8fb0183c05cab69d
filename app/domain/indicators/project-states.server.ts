import { isUnder } from '../organisation/bureau-of-day.server'
import { sql } from 'kysely'
import { type Day, firstDayOf } from '../calendar'
import type { Db } from '../context'
import type { ProjectState, ProjectStateName } from './attainment'
import { asOfDay } from './attainment.server'
import { inDenominator } from './denominator.server'
import { expectedProjects } from './expected.server'

export interface StateFilter {
  readonly fiscalYear: number
  readonly state: ProjectStateName | undefined
  /** A section, or a bureau with all its sections. */
  readonly departmentId: number | undefined
}

const pageSize = 100

/**
 * The projects behind a figure: exactly those that it counts. By department and code, a page at a time; `after` is
 * the `next` of the page before.
 */
export async function listProjectStates(
  db: Db,
  filter: StateFilter,
  today: Day,
  after: string | null,
): Promise<{ projects: ProjectState[]; next: string | null }> {
  const rows = await selectStates(db, filter, today)
    .select([
      'projectYears.projectId',
      'projectYears.code',
      'projectYears.name',
      'departments.id as departmentId',
      'departments.name as departmentName',
      'departments.code as departmentCode',
      'attainments.firstOn',
      'attainments.improvements',
    ])
    .$if(after !== null, (query) => {
      const [departmentCode = '', code = ''] = (after ?? '').split('.')
      return query.where(
        sql<boolean>`("departments"."code", "projectYears"."code") > (${departmentCode}, ${code})`,
      )
    })
    .orderBy('departments.code')
    .orderBy('projectYears.code')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    projects: shown.map(({ departmentCode: _, improvements, ...project }) => ({
      ...project,
      improvements: improvements ?? 0,
    })),
    next: rows.length > pageSize && last ? `${last.departmentCode}.${last.code}` : null,
  }
}

export async function countProjectStates(db: Db, filter: StateFilter, today: Day): Promise<number> {
  const { total } = await selectStates(db, filter, today)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

function selectStates(db: Db, { fiscalYear, state, departmentId }: StateFilter, today: Day) {
  return db
    .selectFrom('projectYears')
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'projectYears.fiscalYear')
    .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
    .leftJoin('attainments', (join) =>
      join
        .onRef('attainments.fiscalYear', '=', 'projectYears.fiscalYear')
        .onRef('attainments.projectId', '=', 'projectYears.projectId')
        .on('attainments.firstOn', '<=', asOfDay(fiscalYear, today)),
    )
    .where('projectYears.fiscalYear', '=', fiscalYear)
    .where(inDenominator)
    .$if(state === 'improved', (query) => query.where('attainments.projectId', 'is not', null))
    .$if(state === 'notYet', (query) => query.where('attainments.projectId', 'is', null))
    .$if(state === 'expected', (query) =>
      query.where(
        'projectYears.projectId',
        'in',
        expectedProjects(db, fiscalYear).select('projectYears.projectId'),
      ),
    )
    .$if(departmentId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('departments.id', '=', departmentId ?? 0),
          isUnder('departments', departmentId ?? 0, firstDayOf(fiscalYear)),
        ]),
      ),
    )
}
