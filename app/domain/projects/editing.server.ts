import { firstDayOf } from '../calendar'
import type { Ctx } from '../context'
import { ChangedMeanwhile, insist, RuleBroken } from '../errors'
import { findLastWriter } from '../events/last-writer.server'
import { mayChangeYear } from '../organisation/policy'
import { isValidOn } from '../organisation/validity'
import { findKeptProject } from './kept-project.server'
import { originOf, reidentify } from './predecessor.server'
import { type KeptProject, type ProjectText, textOf } from './project-text'

/**
 * Puts a 事務事業 of a year right that is not closed; its code stays, for by it the lists know it. What counts in the year
 * is counted anew. Throws NotPermitted for a closed year, ChangedMeanwhile when somebody else saved first, RuleBroken at
 * the field.
 */
export async function editProject(
  ctx: Ctx,
  { projectYearId, version, ...text }: { projectYearId: number; version: number } & ProjectText,
): Promise<void> {
  const kept = await findKeptProject(ctx.tx, projectYearId)
  insist(mayChangeYear(ctx.actor, kept))
  const before = textOf(kept)
  const wanted = { ...text, excludedReason: text.inScope === 1 ? null : text.excludedReason }
  const names = (Object.keys(before) as (keyof ProjectText)[]).filter((name) => before[name] !== wanted[name])
  if (names.length === 0) return
  if (kept.version !== version) throw await changedMeanwhile(ctx, kept)
  if (wanted.inScope === 0 && wanted.excludedReason === null)
    throw new RuleBroken('指標の対象にしない理由を入力してください', 'excludedReason')
  if (names.includes('departmentId')) await insistOnDepartment(ctx, kept, wanted.departmentId)

  const projectId = names.includes('predecessorCode')
    ? await reidentify(ctx, kept, await originOf(ctx, kept, wanted.predecessorCode))
    : kept.projectId
  const { predecessorCode: _, ...columns } = wanted
  await ctx.tx
    .updateTable('projectYears')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', projectYearId)
    .execute()
  const only = (one: ProjectText) => Object.fromEntries(names.map((name) => [name, one[name]]))
  ctx.happened({
    ...{ kind: 'project.changed', fiscalYear: kept.fiscalYear, projectId, projectYearId },
    ...{ before: only(before), after: only(wanted) },
  })
}

/** Of the first day of the year, by which the whole year goes; the one that it has may stay. */
async function insistOnDepartment(
  ctx: Ctx,
  { fiscalYear }: KeptProject,
  departmentId: number,
): Promise<void> {
  const row = await ctx.tx
    .selectFrom('departments')
    .select(['validFrom', 'validTo'])
    .where('id', '=', departmentId)
    .executeTakeFirst()
  if (row && isValidOn(row, firstDayOf(fiscalYear))) return
  throw new RuleBroken('所管を一覧から選んでください', 'departmentId')
}

async function changedMeanwhile(ctx: Ctx, kept: KeptProject): Promise<ChangedMeanwhile> {
  const last = await findLastWriter(
    ctx.tx,
    ['project.changed'],
    (event) => 'projectYearId' in event && event.projectYearId === kept.id,
  )
  return new ChangedMeanwhile({
    ...(last ?? { at: ctx.now, by: 'ほかの人' }),
    theirs: {
      ...{ name: kept.name, departmentId: kept.departmentName, excludedReason: kept.excludedReason ?? '' },
      ...{ inScope: kept.inScope === 1 ? '対象' : '対象外', predecessorCode: kept.predecessor?.code ?? '' },
      version: String(kept.version),
    },
  })
}
