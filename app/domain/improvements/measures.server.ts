import type { Db } from '../context'
import { listProjectsOfImprovement } from './projects-of-improvement.server'

/** Codes of the 施策 that an improvement serves by its 事務事業 of the year, with 節 and 章 above them. */
export async function listMeasuresOfImprovement(
  db: Db,
  improvement: { readonly id: number; readonly fiscalYear: number },
): Promise<string[]> {
  const projects = await listProjectsOfImprovement(db, improvement)
  if (projects.length === 0) return []
  const rows = await db
    .withRecursive('above', (qc) =>
      qc
        .selectFrom('projectYears')
        .select((eb) => eb.ref('projectYears.measureCode').$notNull().as('code'))
        .where('projectYears.fiscalYear', '=', improvement.fiscalYear)
        .where(
          'projectYears.projectId',
          'in',
          projects.map(({ id }) => id),
        )
        .where('projectYears.measureCode', 'is not', null)
        .union(
          qc
            .selectFrom('above')
            .innerJoin('measures', 'measures.code', 'above.code')
            .select((eb) => eb.ref('measures.parentCode').$notNull().as('code'))
            .where('measures.parentCode', 'is not', null),
        ),
    )
    .selectFrom('above')
    .select('code')
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}
