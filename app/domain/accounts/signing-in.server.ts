import type { Day, Instant } from '../calendar'
import type { Ctx, Db } from '../context'
import { inService } from './in-service.server'
import type { LastSignIn } from './last-sign-in'
import { passwordHashOf } from './passwords.server'
import type { SignInWay } from './sign-in-way'

export interface FoundAccount {
  readonly personId: number
  /** Null for an account that no password opens. */
  readonly passwordHash: string | null
  readonly initialUntil: Instant | null
}

/**
 * The account that can be signed in to. Null for an unknown number, a person without an account, a disabled account and
 * whoever holds no appointment and no seat that day, for instance after leaving the city's service.
 */
export async function findAccount(db: Db, employeeNumber: string, today: Day): Promise<FoundAccount | null> {
  const account = await db
    .selectFrom('people')
    .innerJoin('accounts', 'accounts.personId', 'people.id')
    .select(['accounts.personId', 'accounts.passwordHash', 'accounts.initialUntil'])
    .where('people.employeeNumber', '=', employeeNumber)
    .where('accounts.disabledAt', 'is', null)
    .where((eb) => inService(eb, today))
    .executeTakeFirst()
  return account ? { ...account, passwordHash: passwordHashOf(account) } : null
}

/** A right password, or the provider's word. `rehashed` replaces a hash made with weaker parameters than today's. */
export async function recordSignIn(
  ctx: Ctx,
  { way, rehashed = null }: { way: SignInWay; rehashed?: string | null },
): Promise<void> {
  const { personId } = ctx.actor
  const { failuresSince } = await ctx.tx
    .selectFrom('accounts')
    .select('failuresSince')
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  await ctx.tx
    .updateTable('accounts')
    .set({ lastSignedInAt: ctx.now, failuresSince: 0, ...(rehashed && { passwordHash: rehashed }) })
    .where('personId', '=', personId)
    .execute()
  ctx.happened({ kind: 'account.signedIn', personId, failuresBefore: failuresSince, way })
}

/** Counted for the person's own eyes; nobody is ever locked out by it. */
export async function recordFailure(db: Db, personId: number): Promise<void> {
  await db
    .updateTable('accounts')
    .set((account) => ({ failuresSince: account('failuresSince', '+', 1) }))
    .where('personId', '=', personId)
    .execute()
}

/** What a person is told after signing in (総務省「情報セキュリティポリシーに関するガイドライン」6.2). */
export async function findLastSignIn(db: Db, personId: number): Promise<LastSignIn | null> {
  const [last, previous] = await db
    .selectFrom('events')
    .select(['at', 'payload'])
    .where('actorId', '=', personId)
    .where('kind', '=', 'account.signedIn')
    .orderBy('seq', 'desc')
    .limit(2)
    .execute()
  if (!last) return null
  const { failuresBefore } = JSON.parse(last.payload) as { failuresBefore: number }
  return { previousAt: previous?.at ?? null, failures: failuresBefore }
}
