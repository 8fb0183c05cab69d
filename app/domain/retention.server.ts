import { countWithdrawnFiles, removeWithdrawnFiles } from './attachments/disposing.server'
import type { Day } from './calendar'
import type { Ctx, Db } from './context'
import { insist, RuleBroken } from './errors'
import { countOldNotifications, removeOldNotifications } from './notifications/disposing.server'
import { mayKeepRetention } from './organisation/policy'
import { keptFrom, type Retained } from './organisation/retention'
import { listRetentionRules } from './organisation/retention-rules.server'
import { countOldImports, emptyOldImports } from './transfer/disposing.server'

const disposals: Readonly<Record<Retained, (ctx: Ctx, before: Day) => Promise<number>>> = {
  notifications: removeOldNotifications,
  imports: emptyOldImports,
  withdrawnFiles: removeWithdrawnFiles,
}

export interface Retention {
  readonly what: Retained
  readonly years: number
  /** What is older than this day is past its period. */
  readonly before: Day
  readonly past: number
}

/** 保存期間 of each kind, with how much is past it today. Two statements. */
export async function listRetention(db: Db, today: Day): Promise<Retention[]> {
  const rules = (await listRetentionRules(db)).map((rule) => ({
    ...rule,
    before: keptFrom(rule.years, today),
  }))
  const beforeOf = (what: Retained) => rules.find((rule) => rule.what === what)?.before ?? ''
  const past = await db
    .selectNoFrom([
      countOldNotifications(db, beforeOf('notifications')).as('notifications'),
      countOldImports(db, beforeOf('imports')).as('imports'),
      countWithdrawnFiles(db, beforeOf('withdrawnFiles')).as('withdrawnFiles'),
    ])
    .executeTakeFirstOrThrow()
  return rules.map((rule) => ({ ...rule, past: Number(past[rule.what]) }))
}

/**
 * 廃棄 of what is past its period. The sealed log stays whole, and says that it was done; figures and the library depend on
 * none of it. Throws NotPermitted for all but administrators, RuleBroken where there is nothing, or where another day
 * holds now than the one that was checked.
 */
export async function disposeOf(
  ctx: Ctx,
  { what, before }: { what: Retained; before: Day },
): Promise<{ count: number }> {
  insist(mayKeepRetention(ctx.actor))
  const rule = (await listRetentionRules(ctx.tx)).find((one) => one.what === what)
  if (!rule || keptFrom(rule.years, ctx.today) !== before) {
    throw new RuleBroken('確認のあとで保存期間が変わったため、廃棄していません。もう一度確かめてください。')
  }
  const count = await disposals[what](ctx, before)
  if (count === 0) throw new RuleBroken('保存期間を過ぎたものは、もうありません。')
  ctx.happened({ kind: 'retention.disposed', what, before, count })
  return { count }
}
