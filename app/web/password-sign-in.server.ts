import { setTimeout as pause } from 'node:timers/promises'
import type { AppLoadContext } from '@remix-run/node'
import { hashPassword, isOutdated, isPassword } from '#app/domain/accounts/hashing.server'
import { isPasswordRefused } from '#app/domain/accounts/sign-in-rules.server'
import { findAccount, recordFailure, recordSignIn } from '#app/domain/accounts/signing-in.server'
import { dayOf, instantOf } from '#app/domain/calendar'
import { transact } from '#app/domain/transact.server'
import { beginSession } from './auth.server'
import { now, reader, site, writingWorld } from './connections.server'
import { admitSignIn, rewardSignIn } from './sign-in-limits.server'

/** A refused sign-in is answered after this time at the earliest, so that it does not tell what was wrong. */
const refusalMs = 300

export type SignIn =
  | { readonly ok: true; readonly cookie: string }
  | { readonly ok: false; readonly refusal: 'wrong' | 'initialPasswordTooOld' | 'singleSignOnOnly' }
  | { readonly ok: false; readonly refusal: 'tooOften'; readonly seconds: number }

/**
 * Signs in by employee number and password, with a new session whatever cookie was sent. The same refusal for an
 * unknown number, a wrong password and a disabled account. Throws Overloaded.
 */
export async function signIn(
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
  { employeeNumber, password }: { employeeNumber: string; password: string },
): Promise<SignIn> {
  const earliest = pause(refusalMs)
  const attempt = { employeeNumber, address: context.clientAddress }
  const admission = await admitSignIn(writingWorld().writer, attempt, instantOf(now()))
  if (!admission.admitted) return { ok: false, refusal: 'tooOften', seconds: admission.seconds }
  await pause(admission.delayMs)

  const account = await findAccount(reader(), employeeNumber, dayOf(instantOf(now())))
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (!account || !isRight) {
    if (account) await recordFailure(writingWorld().writer, account.personId)
    await earliest
    return { ok: false, refusal: 'wrong' }
  }
  await rewardSignIn(writingWorld().writer, attempt)
  if (await mustComeByProvider(account.personId)) return { ok: false, refusal: 'singleSignOnOnly' }
  if (account.initialUntil !== null && account.initialUntil < instantOf(now())) {
    return { ok: false, refusal: 'initialPasswordTooOld' }
  }

  const isWeak = account.passwordHash !== null && isOutdated(account.passwordHash)
  const rehashed = isWeak ? await hashPassword(password) : null
  const { requestId } = context
  await transact(
    writingWorld(),
    account.personId,
    (ctx) => recordSignIn(ctx, { way: 'password', rehashed }),
    {
      requestId,
    },
  )
  return { ok: true, cookie: await beginSession({ request }, account.personId, 'password') }
}

async function mustComeByProvider(personId: number): Promise<boolean> {
  const { provider } = site()
  if (!provider) return false
  const today = dayOf(instantOf(now()))
  return isPasswordRefused(reader(), { personId, issuer: provider.issuer.href, today })
}
