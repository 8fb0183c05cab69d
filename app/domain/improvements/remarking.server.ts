import type { Instant } from '../calendar'
import type { Ctx, Db } from '../context'
import { NotFound, RuleBroken } from '../errors'

export const remarkKinds = ['thanks', 'comment'] as const
export type RemarkKind = (typeof remarkKinds)[number]

/** ありがとう, once for each person, or a comment; both by name, and both reach those who made the improvement. */
export async function remark(
  ctx: Ctx,
  { improvementId, kind, text }: { improvementId: number; kind: RemarkKind; text: string },
): Promise<void> {
  await insistOnShelved(ctx, improvementId)
  if (kind === 'comment' && text === '') throw new RuleBroken('コメントを入力してください', 'text')
  if (kind === 'thanks' && (await hasThanked(ctx, improvementId))) {
    throw new RuleBroken('「ありがとう」はもう届けています。', 'kind')
  }
  await ctx.tx
    .insertInto('remarks')
    .values({ improvementId, personId: ctx.actor.personId, kind, text, remarkedAt: ctx.now })
    .execute()
  ctx.happened({ kind: 'improvement.remarked', improvementId, remark: kind })
}

/**
 * Follows an improvement, or no longer; doing so twice is the same as once. No event, as with a saved search: what a person
 * wants to be told is nobody else's to read, nothing follows from it for others, and the log is kept for good.
 */
export async function followImprovement(
  ctx: Ctx,
  { improvementId, follow }: { improvementId: number; follow: boolean },
): Promise<void> {
  await insistOnShelved(ctx, improvementId)
  const { personId } = ctx.actor
  if (follow) {
    await ctx.tx
      .insertInto('follows')
      .values({ improvementId, personId, followedAt: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    await ctx.tx
      .deleteFrom('follows')
      .where('improvementId', '=', improvementId)
      .where('personId', '=', personId)
      .execute()
  }
}

export interface ListedRemark {
  readonly id: number
  readonly kind: RemarkKind
  readonly text: string
  readonly remarkedAt: Instant
  readonly personId: number
  readonly name: string
}

const mostListed = 200

/** The earliest first, at most 200. */
export async function listRemarks(db: Db, improvementId: number): Promise<ListedRemark[]> {
  return db
    .selectFrom('remarks')
    .innerJoin('people', 'people.id', 'remarks.personId')
    .select([
      'remarks.id',
      'remarks.kind',
      'remarks.text',
      'remarks.remarkedAt',
      'remarks.personId',
      'people.name',
    ])
    .where('remarks.improvementId', '=', improvementId)
    .orderBy('remarks.id')
    .limit(mostListed)
    .execute()
}

export async function isFollowing(db: Db, improvementId: number, personId: number): Promise<boolean> {
  const row = await db
    .selectFrom('follows')
    .select('personId')
    .where('improvementId', '=', improvementId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

async function insistOnShelved({ tx }: Ctx, improvementId: number): Promise<void> {
  const row = await tx
    .selectFrom('improvements')
    .select('id')
    .where('id', '=', improvementId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
}

async function hasThanked({ tx, actor }: Ctx, improvementId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('remarks')
    .select('id')
    .where('improvementId', '=', improvementId)
    .where('personId', '=', actor.personId)
    .where('kind', '=', 'thanks')
    .executeTakeFirst()
  return row !== undefined
}
