import type { Instant } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { isSystem } from '../organisation/actor'
import { openAccountWithoutPassword } from './passwords.server'
import { mayKeepAccounts } from './policy'
import { endSessionsOf } from './sessions.server'
import type { Identity } from './sign-in-way'

/*
 * Nobody is created by signing in: which person an identity of the provider is, an administrator has said beforehand,
 * or has allowed the provider to say by the employee number (sign-in-rules.server.ts).
 */

export interface Link extends Identity {
  readonly linkedAt: Instant
  /** Null where the person's own first sign-in, or the operator of the machine, made it. */
  readonly linkedByName: string | null
}

export interface Linking extends Identity {
  readonly personId: number
}

/** Null for a person who is linked to nobody. */
export async function findLinkOf(db: Db, personId: number): Promise<Link | null> {
  const link = await db
    .selectFrom('subjectLinks')
    .leftJoin('people', 'people.id', 'subjectLinks.linkedById')
    .select(['subjectLinks.issuer', 'subjectLinks.subject', 'subjectLinks.linkedAt'])
    .select('people.name as linkedByName')
    .where('subjectLinks.personId', '=', personId)
    .executeTakeFirst()
  return link ?? null
}

/**
 * Says who somebody of the provider is here; who has no account gets one without a password. Throws RuleBroken for a
 * person who is linked already and for an identity that is another person's.
 */
export async function linkSubject(ctx: Ctx, linking: Linking): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
  await insistOnFree(ctx, linking)
  await writeLink(ctx, linking, isSystem(ctx.actor) ? null : ctx.actor.personId)
  ctx.happened({ kind: 'account.linked', personId: linking.personId, how: 'administrator' })
}

/** Takes the link away; what was open by it ends at once. Throws NotFound. */
export async function unlinkSubject(ctx: Ctx, { personId }: { personId: number }): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('subjectLinks')
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new NotFound()
  await endSessionsOf(ctx.tx, personId)
  ctx.happened({ kind: 'account.unlinked', personId })
}

/** Writes a link that is known to be free, with an account for whoever has none. */
export async function writeLink(ctx: Ctx, linking: Linking, linkedById: number | null): Promise<void> {
  const account = await ctx.tx
    .selectFrom('accounts')
    .select('personId')
    .where('personId', '=', linking.personId)
    .executeTakeFirst()
  if (!account) await openAccountWithoutPassword(ctx, linking.personId)
  await ctx.tx
    .insertInto('subjectLinks')
    .values({ ...linking, linkedAt: ctx.now, linkedById })
    .execute()
}

async function insistOnFree({ tx }: Ctx, { personId, issuer, subject }: Linking): Promise<void> {
  const taken = await tx
    .selectFrom('subjectLinks')
    .innerJoin('people', 'people.id', 'subjectLinks.personId')
    .select(['subjectLinks.personId', 'people.name', 'people.employeeNumber'])
    .where((eb) =>
      eb.or([
        eb('subjectLinks.personId', '=', personId),
        eb.and([eb('subjectLinks.issuer', '=', issuer), eb('subjectLinks.subject', '=', subject)]),
      ]),
    )
    .orderBy('subjectLinks.personId')
    .executeTakeFirst()
  if (!taken) return
  throw new RuleBroken(
    taken.personId === personId
      ? `${taken.name}（${taken.employeeNumber}）は、もうひも付いています。変えるときは、先にひも付けを外してください`
      : `この利用者IDは、${taken.name}（${taken.employeeNumber}）にひも付いています`,
    'subject',
  )
}
