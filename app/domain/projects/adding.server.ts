import { firstDayOf, fiscalYearLabel } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { mayChangeYear } from '../organisation/policy'
import { isValidOn } from '../organisation/validity'
import { findKeptYear } from '../organisation/year-settings.server'
import { writeProjectYears } from './registry.server'

export interface NewProject {
  readonly code: string
  readonly name: string
  readonly departmentId: number
  readonly measureCode: string | null
  readonly inScope: 0 | 1
  /** Why it does not count, when it is out of scope. */
  readonly excludedReason: string | null
}

/**
 * A 事務事業 that begins in this year. Throws NotPermitted for a closed year, RuleBroken for a code that the year or the
 * one before uses already, and for a department that is not there on the first day.
 */
export async function addProject(
  ctx: Ctx,
  { fiscalYear, departmentId, ...project }: { fiscalYear: number } & NewProject,
): Promise<void> {
  insist(mayChangeYear(ctx.actor, await findKeptYear(ctx.tx, fiscalYear)))
  await insistOnFreeCode(ctx, fiscalYear, project.code)
  if (project.inScope === 0 && project.excludedReason === null)
    throw new RuleBroken('指標の対象にしない理由を入力してください', 'excludedReason')
  const departmentCode = await codeOfDepartment(ctx, departmentId, fiscalYear)
  const measureName = await nameOfMeasure(ctx, project.measureCode)
  const excludedReason = project.inScope === 1 ? null : project.excludedReason
  const line = { ...project, excludedReason, departmentCode, measureName, predecessorCode: null }
  await writeProjectYears(ctx, fiscalYear, [line], [])
  const { projectId } = await ctx.tx
    .selectFrom('projectYears')
    .select('projectId')
    .where('fiscalYear', '=', fiscalYear)
    .where('code', '=', project.code)
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'project.added', fiscalYear, projectId })
}

/** 施策 of the plan that a project can stand under, by code. */
export async function listMeasures(db: Db) {
  return db
    .selectFrom('measures')
    .select(['code', 'name'])
    .where('level', '=', 'measure')
    .orderBy('code')
    .limit(500)
    .execute()
}

/** The code of the year before would make it the project of before. */
async function insistOnFreeCode(ctx: Ctx, fiscalYear: number, code: string): Promise<void> {
  const holder = await ctx.tx
    .selectFrom('projectYears')
    .select(['fiscalYear', 'name'])
    .where('code', '=', code)
    .where('fiscalYear', 'in', [fiscalYear, fiscalYear - 1])
    .orderBy('fiscalYear', 'desc')
    .executeTakeFirst()
  if (!holder) return
  throw new RuleBroken(
    `番号「${code}」は、${fiscalYearLabel(holder.fiscalYear)}の「${holder.name}」の番号です。別の番号を入力してください`,
    'code',
  )
}

async function codeOfDepartment(ctx: Ctx, departmentId: number, fiscalYear: number): Promise<string> {
  const row = await ctx.tx
    .selectFrom('departments')
    .select(['code', 'validFrom', 'validTo'])
    .where('id', '=', departmentId)
    .executeTakeFirst()
  if (row && isValidOn(row, firstDayOf(fiscalYear))) return row.code
  throw new RuleBroken('所管を一覧から選んでください', 'departmentId')
}

async function nameOfMeasure(ctx: Ctx, code: string | null): Promise<string | null> {
  if (code === null) return null
  const row = await ctx.tx
    .selectFrom('measures')
    .select('name')
    .where('code', '=', code)
    .where('level', '=', 'measure')
    .executeTakeFirst()
  if (!row) throw new RuleBroken('施策を一覧から選んでください', 'measureCode')
  return row.name
}
