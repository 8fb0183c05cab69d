import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { mayKeepOrganisation } from './policy'
import type { ReasonUse } from './reason'

export interface ReasonCode {
  readonly code: string
  readonly label: string
}

/** Sets the reasons to choose from, in this order. Codes that are no longer listed are retired. */
export async function setReasonCodes(
  ctx: Ctx,
  usedFor: ReasonUse,
  codes: readonly ReasonCode[],
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  await ctx.tx
    .updateTable('reasonCodes')
    .set({ retiredAt: ctx.now })
    .where('usedFor', '=', usedFor)
    .where('retiredAt', 'is', null)
    .execute()
  await ctx.tx
    .insertInto('reasonCodes')
    .values(codes.map(({ code, label }, position) => ({ usedFor, code, label, position, retiredAt: null })))
    .onConflict((conflict) =>
      conflict.columns(['usedFor', 'code']).doUpdateSet((eb) => ({
        label: eb.ref('excluded.label'),
        position: eb.ref('excluded.position'),
        retiredAt: null,
      })),
    )
    .execute()
  ctx.happened({ kind: 'organisation.imported', list: `reasonCodes ${usedFor}`, rows: codes.length })
}

/** The reasons to choose from today, in their order. */
export async function listReasonCodes(db: Db, usedFor: ReasonUse): Promise<ReasonCode[]> {
  return reasonsFor(db, usedFor).execute()
}

/** The same as a query, for a page that asks it together with others. */
export function reasonsFor(db: Db, usedFor: ReasonUse) {
  return db
    .selectFrom('reasonCodes')
    .select(['code', 'label'])
    .where('usedFor', '=', usedFor)
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .limit(100)
}

/** Throws RuleBroken at `reasonCode` for a code that is not, or no longer, among the reasons to choose from. */
export async function insistOnReasonCode(ctx: Ctx, usedFor: ReasonUse, code: string | null): Promise<void> {
  if (code === null) return
  const known = await listReasonCodes(ctx.tx, usedFor)
  if (!known.some((reason) => reason.code === code)) {
    throw new RuleBroken('理由の区分を一覧から選んでください', 'reasonCode')
  }
}
