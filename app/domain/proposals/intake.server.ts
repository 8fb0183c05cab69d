import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { listDepartmentIdsOn } from '../organisation/lookup.server'
import { listReasonCodes } from '../organisation/reason-codes.server'
import { askDepartments } from './consideration-asking.server'
import { findFactsSeenBy } from './facts.server'
import { move } from './move.server'
import { mayReceive } from './policy'
import { receiptNumberOf } from './receipt'

export interface Acceptance {
  readonly proposalId: number
  readonly leadDepartmentId: number
  /** Departments asked for their consideration, the lead among them. */
  readonly asked: readonly { readonly departmentId: number; readonly dueOn: Day }[]
}

/**
 * 受付: the proposal gets its number, the next of the fiscal year of its submission, and the departments are asked.
 * Returns the number. Throws RuleBroken for a due day in the past, an unknown department or a lead that is not asked.
 */
export async function acceptForReview(
  ctx: Ctx,
  { proposalId, leadDepartmentId, asked }: Acceptance,
): Promise<string> {
  insist(mayReceive(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId), 'acceptForReview'))
  await insistOnAskable(ctx, asked)
  await move(ctx, proposalId, 'acceptForReview')
  const { fiscalYear, receiptSeq } = await nextReceipt(ctx.tx, proposalId)
  const receiptNumber = receiptNumberOf(fiscalYear, receiptSeq)
  await ctx.tx
    .updateTable('proposals')
    .set({ receiptSeq, receiptNumber, leadDepartmentId, acceptedAt: ctx.now })
    .where('id', '=', proposalId)
    .execute()
  ctx.happened({ kind: 'proposal.accepted', proposalId, receiptNumber, leadDepartmentId })
  await askDepartments(ctx, {
    proposalId,
    departments: asked.map((one) => ({ ...one, isLead: one.departmentId === leadDepartmentId })),
    round: 1,
    question: null,
  })
  return receiptNumber
}

/** 差戻し: back to the authors, with what is missing. */
export async function returnForRevision(
  ctx: Ctx,
  { proposalId, missing }: { proposalId: number; missing: string },
): Promise<void> {
  insist(mayReceive(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId), 'returnForRevision'))
  await move(ctx, proposalId, 'returnForRevision')
  const { id: returnId } = await ctx.tx
    .insertInto('returns')
    .values({ proposalId, missing, returnedAt: ctx.now, returnedById: ctx.actor.personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'proposal.returned', proposalId, returnId })
}

/** 不受理, never without a reason that can be read (色麻町). Throws RuleBroken for an unknown reason code. */
export async function declineAtIntake(
  ctx: Ctx,
  { proposalId, reasonCode, reason }: { proposalId: number; reasonCode: string; reason: string },
): Promise<void> {
  insist(mayReceive(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId), 'declineAtIntake'))
  const codes = await listReasonCodes(ctx.tx, 'notAccepted')
  if (!codes.some(({ code }) => code === reasonCode)) {
    throw new RuleBroken('不受理の理由の区分を選んでください', 'reasonCode')
  }
  await move(ctx, proposalId, 'declineAtIntake')
  await writeRefusal(ctx, { proposalId, kind: 'notAccepted', reasonCode, reason, departmentId: null })
  ctx.happened({ kind: 'proposal.declined', proposalId, reasonCode })
}

/** 情報提供 (橋本市): the department is told, there is no review. */
export async function informOnly(
  ctx: Ctx,
  { proposalId, departmentId, reason }: { proposalId: number; departmentId: number; reason: string },
): Promise<void> {
  insist(mayReceive(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId), 'informOnly'))
  await insistOnDepartments(ctx, [departmentId], 'departmentId')
  await move(ctx, proposalId, 'informOnly')
  await writeRefusal(ctx, { proposalId, kind: 'informed', reasonCode: null, reason, departmentId })
  ctx.happened({ kind: 'proposal.informed', proposalId, departmentId })
}

async function writeRefusal(
  { tx, now, actor }: Ctx,
  refusal: {
    proposalId: number
    kind: 'notAccepted' | 'informed'
    reasonCode: string | null
    reason: string
    departmentId: number | null
  },
): Promise<void> {
  await tx
    .insertInto('refusals')
    .values({ ...refusal, refusedAt: now, refusedById: actor.personId })
    .execute()
}

async function insistOnAskable(ctx: Ctx, asked: Acceptance['asked']): Promise<void> {
  const past = asked.find(({ dueOn }) => dueOn < ctx.today)
  if (past)
    throw new RuleBroken('回答の期限は、今日から後の日を入力してください', `dueOn.d${past.departmentId}`)
  await insistOnDepartments(
    ctx,
    asked.map(({ departmentId }) => departmentId),
    'departmentIds',
  )
}

async function insistOnDepartments(ctx: Ctx, ids: readonly number[], field: string): Promise<void> {
  const known = await listDepartmentIdsOn(ctx.tx, ids, ctx.today)
  if (known.length < new Set(ids).size) throw new RuleBroken('今ある課を選んでください', field)
}

/** Numbers have no gaps: commands run one after the other, and the database refuses the same number twice. */
async function nextReceipt(db: Db, proposalId: number): Promise<{ fiscalYear: number; receiptSeq: number }> {
  const { fiscalYear, last } = await db
    .selectFrom('proposals')
    .select((eb) => [
      'fiscalYear',
      eb
        .selectFrom('proposals as numbered')
        .select(({ fn }) => fn.max('numbered.receiptSeq').as('last'))
        .whereRef('numbered.fiscalYear', '=', 'proposals.fiscalYear')
        .as('last'),
    ])
    .where('id', '=', proposalId)
    .executeTakeFirstOrThrow()
  return { fiscalYear, receiptSeq: (last ?? 0) + 1 }
}
