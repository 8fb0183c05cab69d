import type { Ctx } from '../context'
import { insist } from '../errors'
import { mayKeepOrganisation } from '../organisation/policy'
import { endSessionsOf } from './sessions.server'

/* 利用停止. Nothing that the person wrote changes; only signing in is over, at once and on every device. */

/** Leaves out who has no account and whose account is stopped already. */
export async function disableAccounts(ctx: Ctx, personIds: readonly number[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  for (const personId of personIds) {
    const { numUpdatedRows } = await ctx.tx
      .updateTable('accounts')
      .set({ disabledAt: ctx.now })
      .where('personId', '=', personId)
      .where('disabledAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) continue
    await endSessionsOf(ctx.tx, personId)
    ctx.happened({ kind: 'account.disabled', personId })
  }
}

/** Lets them sign in again, with the password they had. */
export async function enableAccounts(ctx: Ctx, personIds: readonly number[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  for (const personId of personIds) {
    const { numUpdatedRows } = await ctx.tx
      .updateTable('accounts')
      .set({ disabledAt: null })
      .where('personId', '=', personId)
      .where('disabledAt', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 1n) ctx.happened({ kind: 'account.enabled', personId })
  }
}
