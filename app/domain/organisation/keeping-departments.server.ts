import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { type DepartmentLine, importDepartments } from './departments.server'
import { findDepartment } from './departments-lookup.server'
import { mayKeepOrganisation } from './policy'
import { isValidOn } from './validity'

export interface DepartmentText {
  readonly name: string
  /** The 部 of a 課; a 部 has none. */
  readonly parentId: number | null
}

/** A 部 or 課 that is there from a day on, today's or one to come. Throws RuleBroken for a code that is taken. */
export async function registerDepartment(
  ctx: Ctx,
  { parentId, ...line }: Omit<DepartmentLine, 'parentCode' | 'validTo'> & { parentId: number | null },
): Promise<{ departmentId: number }> {
  insist(mayKeepOrganisation(ctx.actor))
  if ((await idOfCode(ctx, line.code)) !== undefined) {
    throw new RuleBroken('この所属コードは、もう登録されています', 'code')
  }
  const parentCode = await codeOfBureau(ctx, { ...line, parentId })
  await importDepartments(ctx, [{ ...line, parentCode, validTo: null }])
  return { departmentId: (await idOfCode(ctx, line.code)) ?? 0 }
}

/**
 * Puts the name or the bureau right, of the past as well: a rename on a day is a reorganisation. The rest stays. Throws
 * RuleBroken, and NotFound for what is not there.
 */
export async function editDepartment(
  ctx: Ctx,
  { departmentId, name, parentId }: { departmentId: number } & DepartmentText,
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const found = await findDepartment(ctx.tx, departmentId, ctx.today)
  const { code, kind, validFrom, validTo } = found
  const parentCode =
    parentId === found.parentId ? found.parentCode : await codeOfBureau(ctx, { kind, validFrom, parentId })
  await importDepartments(ctx, [{ code, kind, validFrom, validTo, name, parentCode }])
}

async function codeOfBureau(
  ctx: Ctx,
  { kind, validFrom, parentId }: { kind: 'bureau' | 'section'; validFrom: Day; parentId: number | null },
): Promise<string | null> {
  if (kind === 'bureau') {
    if (parentId !== null) throw new RuleBroken('部は、ほかの部の下に置けません', 'parentId')
    return null
  }
  if (parentId === null) throw new RuleBroken('課の部を選んでください', 'parentId')
  const bureau = await ctx.tx
    .selectFrom('departments')
    .select(['code', 'kind', 'validFrom', 'validTo'])
    .where('id', '=', parentId)
    .executeTakeFirst()
  const day = validFrom > ctx.today ? validFrom : ctx.today
  if (bureau?.kind !== 'bureau' || !isValidOn(bureau, day)) {
    throw new RuleBroken('部を一覧から選んでください。課の始まる日にある部に限ります', 'parentId')
  }
  return bureau.code
}

async function idOfCode(ctx: Ctx, code: string): Promise<number | undefined> {
  const row = await ctx.tx.selectFrom('departments').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id
}
