import type { Instant } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { findFactsSeenBy } from './facts.server'
import { maySupport, type SupportWay } from './support'

export interface Support {
  readonly proposalId: number
  readonly how: SupportWay
  readonly text: string
}

/** Says so to the authors, by name. Once for each person and way; as many additions as there is to add. */
export async function supportProposal(ctx: Ctx, { proposalId, how, text }: Support): Promise<void> {
  insist(maySupport(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)))
  if (how === 'addition' && text === '') throw new RuleBroken('追記を入力してください', 'text')
  if (how !== 'addition' && (await hasSupported(ctx, proposalId, how))) {
    throw new RuleBroken('すでに伝えています。', 'how')
  }
  await ctx.tx
    .insertInto('supports')
    .values({ proposalId, personId: ctx.actor.personId, how, text, supportedAt: ctx.now, withdrawnAt: null })
    .execute()
  ctx.happened({ kind: 'proposal.supported', proposalId, how })
}

/** Takes back what one said oneself; doing so twice is the same as once. */
export async function withdrawSupport(
  ctx: Ctx,
  { proposalId, how }: { proposalId: number; how: Exclude<SupportWay, 'addition'> },
): Promise<void> {
  insist(maySupport(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)))
  const { numUpdatedRows } = await ctx.tx
    .updateTable('supports')
    .set({ withdrawnAt: ctx.now })
    .where('proposalId', '=', proposalId)
    .where('personId', '=', ctx.actor.personId)
    .where('how', '=', how)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) ctx.happened({ kind: 'proposal.supportWithdrawn', proposalId, how })
}

export interface ListedSupport {
  readonly id: number
  readonly how: SupportWay
  readonly text: string
  readonly supportedAt: Instant
  readonly personId: number
  readonly name: string
}

const mostListed = 200

/** What others said, the earliest first; for whoever may read the proposal. */
export async function listSupports(db: Db, proposalId: number): Promise<ListedSupport[]> {
  return db
    .selectFrom('supports')
    .innerJoin('people', 'people.id', 'supports.personId')
    .select([
      'supports.id',
      'supports.how',
      'supports.text',
      'supports.supportedAt',
      'supports.personId',
      'people.name',
    ])
    .where('supports.proposalId', '=', proposalId)
    .where('supports.withdrawnAt', 'is', null)
    .orderBy('supports.id')
    .limit(mostListed)
    .execute()
}

async function hasSupported(ctx: Ctx, proposalId: number, how: SupportWay): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('supports')
    .select('id')
    .where('proposalId', '=', proposalId)
    .where('personId', '=', ctx.actor.personId)
    .where('how', '=', how)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
