import { fiscalYearLabel } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { departmentIds } from '../organisation/departments.server'
import { idOf, inBatches, insistOnDistinct } from '../organisation/lines'
import { mayKeepOrganisation } from '../organisation/policy'

export interface MeasureLine {
  readonly code: string
  readonly level: 'chapter' | 'section' | 'measure'
  readonly name: string
  readonly parentCode: string | null
}

export interface ProjectLine {
  readonly code: string
  readonly name: string
  readonly departmentCode: string
  readonly measureCode: string | null
  readonly measureName: string | null
  readonly inScope: 0 | 1
  /** Why it does not count, when it is out of scope. */
  readonly excludedReason: string | null
  /** Its code in the year before, where that was another one. */
  readonly predecessorCode: string | null
}

export interface ProjectSuccessorLine {
  readonly fromCode: string
  readonly toCode: string
  readonly kind: 'renamed' | 'transferred' | 'merged'
}

/** The tree 章 - 節 - 施策 by code. */
export async function importMeasures(ctx: Ctx, lines: readonly MeasureLine[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  insistOnDistinct('施策コード', lines, ({ code }) => code)
  for (const batch of inBatches(lines)) {
    await ctx.tx
      .insertInto('measures')
      .values(batch)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((eb) => ({
          level: eb.ref('excluded.level'),
          name: eb.ref('excluded.name'),
          parentCode: eb.ref('excluded.parentCode'),
        })),
      )
      .execute()
  }
  ctx.happened({ kind: 'organisation.imported', list: 'measures', rows: lines.length })
}

/**
 * The 事務事業 of a year by code. A project stays the same across the years by its predecessor's code, else by its own;
 * one without either is new. Import the years in order, each with what became of the projects of the year before.
 */
export async function importProjects(
  ctx: Ctx,
  fiscalYear: number,
  lines: readonly ProjectLine[],
  successors: readonly ProjectSuccessorLine[] = [],
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  await writeProjectYears(ctx, fiscalYear, lines, successors)
  ctx.happened({ kind: 'organisation.imported', list: `projects ${fiscalYear}`, rows: lines.length })
}

/** The same inside a command that has asked who may, and says itself what happened. */
export async function writeProjectYears(
  ctx: Ctx,
  fiscalYear: number,
  lines: readonly ProjectLine[],
  successors: readonly ProjectSuccessorLine[],
): Promise<void> {
  insistOnDistinct('事務事業コード', lines, ({ code }) => code)
  const departments = await departmentIds(ctx.tx)
  const projectIds = await identify(ctx, fiscalYear, lines)
  const rows = lines.map(({ departmentCode, predecessorCode: _, ...line }) => ({
    ...line,
    fiscalYear,
    projectId: idOf('事務事業コード', projectIds, line.code),
    departmentId: idOf('所属コード', departments, departmentCode),
  }))
  for (const batch of inBatches(rows)) {
    await ctx.tx
      .insertInto('projectYears')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['fiscalYear', 'code']).doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          departmentId: eb.ref('excluded.departmentId'),
          measureCode: eb.ref('excluded.measureCode'),
          measureName: eb.ref('excluded.measureName'),
          inScope: eb.ref('excluded.inScope'),
          excludedReason: eb.ref('excluded.excludedReason'),
          version: eb('projectYears.version', '+', 1),
        })),
      )
      .execute()
  }
  await writeSuccessors(ctx, fiscalYear, successors)
}

/** The project behind each line of the year; new ones are made for lines that no earlier row explains. */
async function identify(
  ctx: Ctx,
  fiscalYear: number,
  lines: readonly ProjectLine[],
): Promise<Map<string, number>> {
  const known = await yearIds(ctx.tx, fiscalYear)
  const before = await yearIds(ctx.tx, fiscalYear - 1)
  const found = new Map<string, number>()
  const taken = new Map([...known].map(([code, { projectId }]) => [projectId, code]))
  for (const { code, predecessorCode } of lines) {
    const projectId = known.get(code)?.projectId ?? before.get(predecessorCode ?? code)?.projectId
    if (projectId === undefined) continue
    const other = taken.get(projectId)
    if (other !== undefined && other !== code) {
      throw new RuleBroken(
        `${fiscalYearLabel(fiscalYear)}の事務事業「${code}」と「${other}」が、前年度の同じ事務事業を引き継いでいます。`,
      )
    }
    found.set(code, projectId)
    taken.set(projectId, code)
  }
  const fresh = lines.filter(({ code }) => !found.has(code))
  const ids = await createProjects(ctx, fresh.length)
  fresh.forEach(({ code }, place) => found.set(code, ids[place] ?? 0))
  return found
}

/** A project is nothing but its key, which is the next number: commands run one after the other. */
export async function createProjects(ctx: Ctx, count: number): Promise<number[]> {
  const { last } = await ctx.tx
    .selectFrom('projects')
    .select((eb) => eb.fn.coalesce(eb.fn.max('id'), eb.val(0)).as('last'))
    .executeTakeFirstOrThrow()
  const ids = Array.from({ length: count }, (_, place) => Number(last) + place + 1)
  for (const batch of inBatches(ids)) {
    await ctx.tx
      .insertInto('projects')
      .values(batch.map((id) => ({ id })))
      .execute()
  }
  return ids
}

async function writeSuccessors(
  ctx: Ctx,
  fiscalYear: number,
  successors: readonly ProjectSuccessorLine[],
): Promise<void> {
  const before = idsByCode(await yearIds(ctx.tx, fiscalYear - 1))
  const now = idsByCode(await yearIds(ctx.tx, fiscalYear))
  const rows = successors.map(({ fromCode, toCode, kind }) => ({
    fromProjectYearId: idOf('前年度の事務事業コード', before, fromCode),
    toProjectYearId: idOf('事務事業コード', now, toCode),
    kind,
  }))
  for (const batch of inBatches(rows)) {
    await ctx.tx
      .insertInto('projectSuccessors')
      .values(batch)
      .onConflict((conflict) =>
        conflict
          .columns(['fromProjectYearId', 'toProjectYearId'])
          .doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind') })),
      )
      .execute()
  }
}

async function yearIds(db: Db, fiscalYear: number) {
  const rows = await db
    .selectFrom('projectYears')
    .select(['id', 'code', 'projectId'])
    .where('fiscalYear', '=', fiscalYear)
    .execute()
  return new Map(rows.map(({ code, id, projectId }) => [code, { id, projectId }]))
}

function idsByCode(rows: ReadonlyMap<string, { id: number }>): Map<string, number> {
  return new Map([...rows].map(([code, { id }]) => [code, id]))
}
