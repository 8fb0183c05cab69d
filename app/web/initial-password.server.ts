import { hashPassword, randomPassword } from '#app/domain/accounts/hashing.server'
import { initialPasswordMs, openAccount, resetPassword } from '#app/domain/accounts/passwords.server'
import { dayOf, type Instant, instantOf, laterBy, timeOf, wareki } from '#app/domain/calendar'
import { Overloaded } from '#app/domain/errors'
import { now } from './connections.server'
import type { Outcome } from './perform.server'
import type { VerbArgs } from './verb.server'

export interface Letter {
  readonly password: string
  /** In words. */
  readonly until: string
  /** Where to sign in. */
  readonly address: string
}

/** A new initial password, hashed before the transaction begins; it is shown once and stored nowhere. */
export async function giveInitialPassword(
  { perform, url }: Pick<VerbArgs, 'perform' | 'url'>,
  { id, account }: { readonly id: number; readonly account: object | null },
): Promise<Outcome<Letter>> {
  const password = randomPassword()
  const initialUntil = laterBy(instantOf(now()), initialPasswordMs)
  try {
    const initial = { personId: id, passwordHash: await hashPassword(password), initialUntil }
    const give = account ? resetPassword : openAccount
    const outcome = await perform({ key: '' }, (ctx) => give(ctx, initial))
    if (!outcome.ok) return outcome
    return { ok: true, value: { password, until: inWords(initialUntil), address: url.origin } }
  } catch (error) {
    if (error instanceof Overloaded) return { ok: false, error }
    throw error
  }
}

function inWords(at: Instant): string {
  return `${wareki(dayOf(at))} ${timeOf(at)}`
}
