import { fiscalYearLabel } from '../calendar'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { mayChangeYear } from '../organisation/policy'
import { findKeptYear } from '../organisation/year-settings.server'
import { type CarryOver, countKinds, goesOn } from './carry-over'
import { fingerprintOf, listCarryOvers } from './carry-over-lookup.server'
import { type ProjectLine, type ProjectSuccessorLine, writeProjectYears } from './registry.server'

/**
 * Carries the 事務事業 of the year before over into `fiscalYear`, as was decided for each: those that are not carried over
 * yet, and no others, so that it may be done again when the list of before grows. A department that a reorganisation ends
 * by the first day stays with its projects here; the reorganisation moves them in the same transaction (see reactions).
 * Throws NotPermitted for a closed year, RuleBroken for a fault, for nothing left to do, and where something else stands
 * there now than what was checked (`seen`).
 */
export async function carryOverProjects(
  ctx: Ctx,
  { fiscalYear, seen }: { fiscalYear: number; seen: string },
): Promise<{ carried: number }> {
  insist(mayChangeYear(ctx.actor, await findKeptYear(ctx.tx, fiscalYear)))
  const open = (await listCarryOvers(ctx.tx, fiscalYear)).filter(({ state }) => state === 'open')
  if (open.length === 0) {
    throw new RuleBroken(`${fiscalYearLabel(fiscalYear)}に引き継ぐ事務事業は、もうありません。`)
  }
  if (fingerprintOf(open) !== seen) {
    throw new RuleBroken(
      '確認のあとで内容が変わったため、引き継いでいません。今の内容を確かめて、もう一度押してください。',
    )
  }
  const faulty = open.find(({ fault }) => fault !== null)
  if (faulty) throw new RuleBroken(`${faulty.code}　${faulty.name}：${faulty.fault}`)

  await writeProjectYears(ctx, fiscalYear, await linesOf(ctx, fiscalYear, open), successorsOf(open))
  await ctx.tx
    .updateTable('carryOvers')
    .set({ carriedAt: ctx.now })
    .where('carriedAt', 'is', null)
    .where('projectYearId', 'in', (eb) =>
      eb
        .selectFrom('projectYears')
        .select('id')
        .where('fiscalYear', '=', fiscalYear - 1),
    )
    .execute()
  const { continued, renamed, transferred, merged, ended } = countKinds(open)
  const carried = continued + renamed + transferred
  ctx.happened({
    ...{ kind: 'projects.carriedOver', fiscalYear, carried },
    ...{ renamed, transferred, merged, ended },
  })
  return { carried }
}

/** As the year before has them, but for what was decided; under the same code, so that they stay the same projects. */
async function linesOf(ctx: Ctx, fiscalYear: number, open: readonly CarryOver[]): Promise<ProjectLine[]> {
  const goingOn = new Set(open.filter(goesOn).map(({ projectYearId }) => projectYearId))
  const rows = await ctx.tx
    .selectFrom('projectYears')
    .leftJoin('carryOvers', 'carryOvers.projectYearId', 'projectYears.id')
    .innerJoin('departments', (join) =>
      join.on((eb) =>
        eb('departments.id', '=', eb.fn.coalesce('carryOvers.departmentId', 'projectYears.departmentId')),
      ),
    )
    .select(['projectYears.id', 'projectYears.code', 'departments.code as departmentCode'])
    .select(({ fn }) => fn.coalesce('carryOvers.name', 'projectYears.name').as('name'))
    .select(['projectYears.measureCode', 'projectYears.measureName'])
    .select(['projectYears.inScope', 'projectYears.excludedReason'])
    .where('projectYears.fiscalYear', '=', fiscalYear - 1)
    .orderBy('projectYears.code')
    .execute()
  return rows.flatMap(({ id, ...line }) => (goingOn.has(id) ? [{ ...line, predecessorCode: null }] : []))
}

function successorsOf(open: readonly CarryOver[]): ProjectSuccessorLine[] {
  return open.flatMap(({ kind, code, into }): ProjectSuccessorLine[] => {
    if (kind === 'renamed' || kind === 'transferred') return [{ fromCode: code, toCode: code, kind }]
    return kind === 'merged' && into ? [{ fromCode: code, toCode: into.code, kind }] : []
  })
}
