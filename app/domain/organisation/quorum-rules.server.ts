import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { mayKeepOrganisation } from './policy'
import { type QuorumRule, usualQuorum } from './quorum-rule'
import type { Body } from './seat'

/** The rule of a body on a day. */
export async function findQuorumRule(db: Db, body: Body, day: Day): Promise<QuorumRule> {
  const row = await db
    .selectFrom('quorumRules')
    .select(['seats', 'share'])
    .where('body', '=', body)
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? usualQuorum
}

/** The rules in force that day, by body; bodies without one of their own are left out. */
export async function listQuorumRules(db: Db, day: Day): Promise<ReadonlyMap<string, QuorumRule>> {
  const rows = await db
    .selectFrom('quorumRules')
    .select(['body', 'seats', 'share'])
    .where('validFrom', '<=', day)
    .orderBy('validFrom')
    .limit(1_000)
    .execute()
  // The latest of a body is the last one.
  return new Map(rows.map(({ body, ...rule }) => [body, rule]))
}

/** From a day on, today or to come: what was held before keeps its rule. Throws RuleBroken. */
export async function setQuorumRule(
  ctx: Ctx,
  { body, validFrom, seats, share }: QuorumRule & { body: Body; validFrom: Day },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  if (validFrom < ctx.today) throw new RuleBroken('始まりの日は、今日以後にしてください', 'validFrom')
  if (seats === 0) throw new RuleBroken('定数は1人以上で入力してください', 'seats')
  await ctx.tx
    .insertInto('quorumRules')
    .values({ body, validFrom, seats, share })
    .onConflict((conflict) => conflict.columns(['body', 'validFrom']).doUpdateSet({ seats, share }))
    .execute()
  ctx.happened({ kind: 'quorum.set', body, validFrom, seats, share })
}
