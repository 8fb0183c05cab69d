import type { Ctx } from '../context'
import { insist } from '../errors'
import { mayKeepAccounts } from './policy'
import { endSessionsOf } from './sessions.server'

/*
 * 利用停止, by administrators alone, also where a list is brought in: who keeps the lists could otherwise lock them out.
 * Nothing that the person wrote changes; only signing in is over, at once and on every device.
 */

/** Leaves out who has no account and whose account is stopped already. */
export async function disableAccounts(ctx: Ctx, personIds: readonly number[]): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
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
  insist(mayKeepAccounts(ctx.actor))
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

/** 利用停止 of one account. */
export async function stopAccount(ctx: Ctx, { personId }: { personId: number }): Promise<void> {
  await disableAccounts(ctx, [personId])
}

/** Ends the stop. */
export async function resumeAccount(ctx: Ctx, { personId }: { personId: number }): Promise<void> {
  await enableAccounts(ctx, [personId])
}

/** Signs a person out on every device, for instance when one was lost. */
export async function signOutEverywhere(ctx: Ctx, { personId }: { personId: number }): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
  await endSessionsOf(ctx.tx, personId)
  ctx.happened({ kind: 'account.signedOutEverywhere', personId })
}
