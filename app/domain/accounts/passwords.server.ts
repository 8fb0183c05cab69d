import type { Instant } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, NotFound } from '../errors'
import { mayKeepAccounts } from './policy'
import { endSessionsOf } from './sessions.server'

/* Hashing takes 60 ms and must not hold up a transaction, so these commands are given the finished hash. */

/** How long an initial password opens the page that changes it. */
export const initialPasswordMs = 72 * 60 * 60 * 1000

export interface InitialPassword {
  readonly personId: number
  readonly passwordHash: string
  /** An initial password opens nothing but the page that changes it, until then; null for a password to keep. */
  readonly initialUntil: Instant | null
}

/** In place of a hash, where no password opens the account: no hash looks like it. */
const noPassword = '*'

/** Null where no password opens the account. */
export function passwordHashOf({ passwordHash }: { passwordHash: string }): string | null {
  return passwordHash === noPassword ? null : passwordHash
}

/** An account for somebody who signs in otherwise. Throws when there is one already. */
export async function openAccountWithoutPassword(ctx: Ctx, personId: number): Promise<void> {
  await openAccount(ctx, { personId, passwordHash: noPassword, initialUntil: null })
}

/** Gives a person an account. Throws when there is one already. */
export async function openAccount(ctx: Ctx, opening: InitialPassword): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
  await ctx.tx
    .insertInto('accounts')
    .values({
      ...opening,
      passwordChangedAt: ctx.now,
      disabledAt: null,
      lastSignedInAt: null,
      failuresSince: 0,
    })
    .execute()
  ctx.happened({ kind: 'account.opened', personId: opening.personId })
}

/** A new initial password for a forgotten one; every session of the person ends. Throws NotFound. */
export async function resetPassword(ctx: Ctx, { personId, ...initial }: InitialPassword): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
  const { numUpdatedRows } = await ctx.tx
    .updateTable('accounts')
    .set({ ...initial, passwordChangedAt: ctx.now, failuresSince: 0 })
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound()
  await endSessionsOf(ctx.tx, personId)
  ctx.happened({ kind: 'account.passwordReset', personId })
}

/** The person's own change; all other sessions end, this one goes on. */
export async function changePassword(
  ctx: Ctx,
  { passwordHash, sessionToken }: { passwordHash: string; sessionToken: string },
): Promise<void> {
  const { personId } = ctx.actor
  await ctx.tx
    .updateTable('accounts')
    .set({ passwordHash, initialUntil: null, passwordChangedAt: ctx.now })
    .where('personId', '=', personId)
    .execute()
  await endSessionsOf(ctx.tx, personId, sessionToken)
  ctx.happened({ kind: 'account.passwordChanged', personId })
}

/** Null where no password opens the account. Throws NotFound for a person without one. */
export async function findPasswordHash(db: Db, personId: number): Promise<string | null> {
  return passwordHashOf(await findPassword(db, personId))
}

/** Whether the person still has the password that was given out. Throws NotFound. */
export async function hasInitialPassword(db: Db, personId: number): Promise<boolean> {
  return (await findPassword(db, personId)).initialUntil !== null
}

/** Whether a password opens the account. Throws NotFound for a person without one. */
export async function hasPassword(db: Db, personId: number): Promise<boolean> {
  return (await findPasswordHash(db, personId)) !== null
}

async function findPassword(db: Db, personId: number) {
  const account = await db
    .selectFrom('accounts')
    .select(['passwordHash', 'initialUntil'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (!account) throw new NotFound()
  return account
}
