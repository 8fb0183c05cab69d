import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { validOn } from '../organisation/validity'
import { mayKeepAccounts } from './policy'

/** What a town has decided about its identity provider; a flag is 0 or 1. */
export interface SignInRules {
  /** The first sign-in links by the employee number that the provider names. */
  readonly bindsByNumber: 0 | 1
  /** Whoever is linked signs in by the provider alone; administrators, who must get in when it is down, are left out. */
  readonly refusesPasswords: 0 | 1
}

const usual: SignInRules = { bindsByNumber: 0, refusesPasswords: 0 }

export async function findSignInRules(db: Db): Promise<SignInRules> {
  const rules = await db
    .selectFrom('signInRules')
    .select(['bindsByNumber', 'refusesPasswords'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return rules ?? usual
}

export async function setSignInRules(
  ctx: Ctx,
  { bindsByNumber, refusesPasswords }: SignInRules,
): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
  await ctx.tx
    .insertInto('signInRules')
    .values({ bindsByNumber, refusesPasswords, setAt: ctx.now, setById: ctx.actor.personId })
    .execute()
  ctx.happened({ kind: 'signInRules.set', bindsByNumber, refusesPasswords })
}

/** Whether this person is to come by the provider, and not by a password. */
export async function isPasswordRefused(
  db: Db,
  { personId, issuer, today }: { personId: number; issuer: string; today: Day },
): Promise<boolean> {
  if (!(await findSignInRules(db)).refusesPasswords) return false
  const linked = await db
    .selectFrom('subjectLinks')
    .select('personId')
    .where('personId', '=', personId)
    .where('issuer', '=', issuer)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('seats')
            .select('seats.id')
            .whereRef('seats.personId', '=', 'subjectLinks.personId')
            .where('seats.body', '=', 'administrators')
            .where(validOn('seats', today)),
        ),
      ),
    )
    .executeTakeFirst()
  return linked !== undefined
}
