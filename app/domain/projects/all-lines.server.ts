import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { mayKeepOrganisation } from '../organisation/policy'

export interface ProjectYearLine {
  readonly fiscalYear: number
  readonly code: string
  readonly name: string
  readonly departmentCode: string
  readonly measureName: string | null
  readonly inScope: 0 | 1
  readonly excludedReason: string | null
  /** The code in the year before, where that was another one. */
  readonly predecessorCode: string | null
}

/** The 事務事業 of these years as they would be brought in, in the order of year and code. */
export async function listProjectYearLines(
  db: Db,
  fiscalYears: readonly number[],
): Promise<ProjectYearLine[]> {
  if (fiscalYears.length === 0) return []
  const rows = await db
    .selectFrom('projectYears')
    .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
    .leftJoin('projectYears as before', (join) =>
      join
        .onRef('before.projectId', '=', 'projectYears.projectId')
        .on((eb) => eb('before.fiscalYear', '=', eb('projectYears.fiscalYear', '-', 1))),
    )
    .select(['projectYears.fiscalYear', 'projectYears.code', 'projectYears.name'])
    .select(['departments.code as departmentCode', 'projectYears.measureName', 'projectYears.inScope'])
    .select(['projectYears.excludedReason', 'before.code as codeBefore'])
    .where('projectYears.fiscalYear', 'in', fiscalYears)
    .orderBy('projectYears.fiscalYear')
    .orderBy('projectYears.code')
    .execute()
  return rows.map(({ codeBefore, ...row }) => ({
    ...row,
    predecessorCode: codeBefore === row.code ? null : codeBefore,
  }))
}

/** Takes back rows of a year that nothing refers to; a project that then has no year goes as well. */
export async function removeProjectYears(
  ctx: Ctx,
  lines: readonly { readonly fiscalYear: number; readonly code: string }[],
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  for (const { fiscalYear, code } of lines) {
    const row = await ctx.tx
      .deleteFrom('projectYears')
      .where('fiscalYear', '=', fiscalYear)
      .where('code', '=', code)
      .returning('projectId')
      .executeTakeFirst()
    if (!row) continue
    await ctx.tx
      .deleteFrom('projects')
      .where('id', '=', row.projectId)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('projectYears').select('id').where('projectId', '=', row.projectId))),
      )
      .execute()
  }
}
