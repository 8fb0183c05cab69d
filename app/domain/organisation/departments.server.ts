import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { idOf, inBatches, insistOnDistinct, insistOnOrder } from './lines'
import { mayKeepOrganisation } from './policy'

export interface DepartmentLine {
  readonly code: string
  readonly name: string
  readonly parentCode: string | null
  readonly kind: 'bureau' | 'section'
  readonly validFrom: Day
  readonly validTo: Day | null
}

export interface SuccessorLine {
  readonly fromCode: string
  readonly toCode: string
  readonly effectiveOn: Day
  readonly kind: 'rename' | 'split' | 'merge' | 'abolish'
}

/** 部 and 課 by their code, with what became of the abolished ones. Throws RuleBroken for an unknown code. */
export async function importDepartments(
  ctx: Ctx,
  lines: readonly DepartmentLine[],
  successors: readonly SuccessorLine[] = [],
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  insistOnDistinct('所属コード', lines, ({ code }) => code)
  insistOnOrder('所属', lines)

  await write(
    ctx,
    lines.filter(({ kind }) => kind === 'bureau'),
    await departmentIds(ctx.tx),
  )
  await write(
    ctx,
    lines.filter(({ kind }) => kind === 'section'),
    await departmentIds(ctx.tx),
  )
  await writeSuccessors(ctx, successors)
  ctx.happened({ kind: 'organisation.imported', list: 'departments', rows: lines.length + successors.length })
}

/** Keys of departments by their code. */
export async function departmentIds(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('departments').select(['code', 'id']).execute()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

async function write(
  ctx: Ctx,
  lines: readonly DepartmentLine[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const stood = await listBureausEver(ctx.tx)
  const rows = lines.map(({ parentCode, ...line }) => {
    const parentId = parentCode === null ? null : idOf('所属コード', ids, parentCode)
    const ever = stood.get(ids.get(line.code) ?? 0) ?? []
    // Where it stood under that bureau, or will, each day keeps the bureau of its day.
    return { ...line, parentId: parentId !== null && ever.includes(parentId) ? (ever[0] ?? null) : parentId }
  })
  await forgetTerms(
    ctx,
    rows.flatMap(({ code, parentId }) => {
      const [first] = stood.get(ids.get(code) ?? 0) ?? []
      return first === undefined || first === parentId ? [] : [ids.get(code) ?? 0]
    }),
  )
  for (const batch of inBatches(rows)) {
    await ctx.tx
      .insertInto('departments')
      .values(batch)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          parentId: eb.ref('excluded.parentId'),
          kind: eb.ref('excluded.kind'),
          validFrom: eb.ref('excluded.validFrom'),
          validTo: eb.ref('excluded.validTo'),
        })),
      )
      .execute()
  }
}

/** Of each department that has stood under several, the bureaus in their order. */
async function listBureausEver(db: Db): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom('bureauTerms')
    .innerJoin('departments', 'departments.id', 'bureauTerms.departmentId')
    .select(['departments.id', 'departments.parentId', 'bureauTerms.bureauId'])
    .orderBy('bureauTerms.validFrom')
    .execute()
  const ever = new Map<number, number[]>()
  for (const { id, parentId, bureauId } of rows) {
    ever.set(id, [...(ever.get(id) ?? [parentId ?? 0]), bureauId])
  }
  return ever
}

/** Put right: it belongs under quite another bureau, and always did. */
async function forgetTerms(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await ctx.tx.deleteFrom('bureauTerms').where('departmentId', 'in', ids).execute()
}

async function writeSuccessors(ctx: Ctx, successors: readonly SuccessorLine[]): Promise<void> {
  const ids = await departmentIds(ctx.tx)
  const rows = successors.map(({ fromCode, toCode, effectiveOn, kind }) => ({
    fromId: idOf('所属コード', ids, fromCode),
    toId: idOf('所属コード', ids, toCode),
    effectiveOn,
    kind,
  }))
  for (const batch of inBatches(rows)) {
    await ctx.tx
      .insertInto('departmentSuccessors')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['fromId', 'toId']).doUpdateSet((eb) => ({
          effectiveOn: eb.ref('excluded.effectiveOn'),
          kind: eb.ref('excluded.kind'),
        })),
      )
      .execute()
  }
}
