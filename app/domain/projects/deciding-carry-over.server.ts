import { firstDayOf } from '../calendar'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { mayChangeYear } from '../organisation/policy'
import { isValidOn } from '../organisation/validity'
import { type CarryOver, type CarryOverKind, goesOn } from './carry-over'
import { findCarryOver } from './carry-over-lookup.server'

export interface CarryOverDecision {
  readonly kind: CarryOverKind
  readonly name: string | null
  readonly departmentId: number | null
  readonly intoCode: string | null
}

/**
 * What becomes of one 事務事業 in the year after. A plan until it is carried over, so no event yet; what has ended may be
 * taken up again. Throws NotPermitted for a closed year, RuleBroken for what is carried over already, for a department
 * that is not there on the first day and for a merger into nothing.
 */
export async function decideCarryOver(
  ctx: Ctx,
  { projectYearId, ...decision }: { projectYearId: number } & CarryOverDecision,
): Promise<void> {
  const { year, line, lines } = await findCarryOver(ctx.tx, projectYearId)
  insist(mayChangeYear(ctx.actor, year))
  const { fiscalYear } = year
  insistOnOpen(line)
  const kept = keptOf(line, decision)
  if (kept?.departmentId) await insistOnDepartment(ctx, kept.departmentId, fiscalYear)
  if (kept?.kind === 'merged') await insistOnTarget(ctx, line, lines, kept.intoCode, fiscalYear)
  await ctx.tx.deleteFrom('carryOvers').where('projectYearId', '=', projectYearId).execute()
  if (!kept) return
  await ctx.tx
    .insertInto('carryOvers')
    .values({
      ...{ ...kept, projectYearId },
      ...{ decidedAt: ctx.now, decidedById: ctx.actor.personId || null, carriedAt: null },
    })
    .execute()
}

/** What has ended without a row or a successor may be thought over. */
function insistOnOpen({ state, kind }: CarryOver): void {
  if (state === 'open' || kind === 'ended') return
  throw new RuleBroken(
    'この事務事業は、もう引き継がれています。直すには、次の年度の事務事業のページか、一覧の取り込みを使ってください。',
  )
}

/** Only what belongs to the kind; nothing for one that simply goes on. */
function keptOf(line: CarryOver, { kind, name, departmentId, intoCode }: CarryOverDecision) {
  const none = { name: null, departmentId: null, intoCode: null }
  const newName = name === null || name === line.name ? null : name
  switch (kind) {
    case 'continued':
      return null
    case 'renamed':
      if (newName === null) throw new RuleBroken('前の年度と違う名前を入力してください', 'name')
      return { ...none, kind, name: newName }
    case 'transferred':
      if (departmentId === null || departmentId === line.department.id)
        throw new RuleBroken('新しい所管を選んでください', 'departmentId')
      return { ...none, kind, name: newName, departmentId }
    case 'merged':
      return { ...none, kind, intoCode }
    case 'ended':
      return { ...none, kind }
  }
}

async function insistOnDepartment(ctx: Ctx, departmentId: number, fiscalYear: number): Promise<void> {
  const row = await ctx.tx
    .selectFrom('departments')
    .select(['validFrom', 'validTo'])
    .where('id', '=', departmentId)
    .executeTakeFirst()
  if (row && isValidOn(row, firstDayOf(fiscalYear))) return
  throw new RuleBroken('新しい所管を一覧から選んでください', 'departmentId')
}

/** One that goes on, or one that the year after has already. */
async function insistOnTarget(
  ctx: Ctx,
  line: CarryOver,
  lines: readonly CarryOver[],
  intoCode: string | null,
  fiscalYear: number,
): Promise<void> {
  if (!intoCode) throw new RuleBroken('統合先の番号を入力してください', 'intoCode')
  if (intoCode === line.code) throw new RuleBroken('この事務事業とは別の番号を入力してください', 'intoCode')
  if (lines.some(({ code, state, kind }) => code === intoCode && state === 'open' && goesOn({ kind }))) return
  const there = await ctx.tx
    .selectFrom('projectYears')
    .select('id')
    .where('fiscalYear', '=', fiscalYear)
    .where('code', '=', intoCode)
    .executeTakeFirst()
  if (!there) {
    throw new RuleBroken(
      `番号「${intoCode}」の事務事業は、次の年度の一覧にありません。次の年度に続く事務事業の番号を入力してください`,
      'intoCode',
    )
  }
}
