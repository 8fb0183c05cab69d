import type { Db } from '../context'

/** Codes of the 施策 that these 事務事業 of a year serve, with 節 and 章 above them. */
export async function listMeasuresOf(
  db: Db,
  { projectIds, fiscalYear }: { readonly projectIds: readonly number[]; readonly fiscalYear: number },
): Promise<string[]> {
  if (projectIds.length === 0) return []
  const rows = await db
    .withRecursive('above', (qc) =>
      qc
        .selectFrom('projectYears')
        .select((eb) => eb.ref('projectYears.measureCode').$notNull().as('code'))
        .where('projectYears.fiscalYear', '=', fiscalYear)
        .where('projectYears.projectId', 'in', projectIds)
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
