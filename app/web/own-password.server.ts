import { hashPassword, isPassword } from '#app/domain/accounts/hashing.server'
import { findPasswordContext, findWeakness } from '#app/domain/accounts/password-rules.server'
import { changePassword, findPasswordHash } from '#app/domain/accounts/passwords.server'
import { Overloaded, RuleBroken, TooOften } from '#app/domain/errors'
import { admitPasswordChange, sessionTokenOf } from './auth.server'
import type { Outcome } from './perform.server'
import type { VerbArgs } from './verb.server'

interface Typed {
  readonly key: string
  readonly value: { readonly current: string; readonly next: string }
}

/** Everything slow, the two hashes, comes before the command that changes the password. */
export async function changeOwnPassword(
  { actor, request, db, perform }: VerbArgs,
  { key, value: { current, next } }: Typed,
): Promise<Outcome<void>> {
  const weakness = findWeakness(next, await findPasswordContext(db, actor.personId, actor.today))
  if (weakness) return broken(weakness, 'next')
  if (current === next)
    return broken('新しいパスワードには、今のパスワードと違うものを入力してください', 'next')
  const admission = await admitPasswordChange(actor.personId)
  if (!admission.admitted) return { ok: false, error: tooOften(admission.seconds) }

  try {
    if (!(await isPassword(current, await findPasswordHash(db, actor.personId))))
      return broken('今のパスワードが違います', 'current')
    const passwordHash = await hashPassword(next)
    const sessionToken = sessionTokenOf(request) ?? ''
    return await perform({ key }, (ctx) => changePassword(ctx, { passwordHash, sessionToken }))
  } catch (error) {
    if (error instanceof Overloaded) return { ok: false, error }
    throw error
  }
}

function broken(message: string, field?: string): Outcome<never> {
  return { ok: false, error: new RuleBroken(message, field) }
}

function tooOften(seconds: number): TooOften {
  const minutes = Math.ceil(seconds / 60)
  return new TooOften(
    `続けて誤りがあったため、しばらく変更できません。${minutes}分ほど待ってから、もう一度お試しください。`,
    seconds,
  )
}
