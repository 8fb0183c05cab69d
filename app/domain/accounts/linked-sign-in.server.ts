import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { inService } from './in-service.server'
import { writeLink } from './linking.server'
import { findSignInRules } from './sign-in-rules.server'
import type { Identity } from './sign-in-way'

/**
 * The person whom an identity of the provider is linked to. Null for an unknown one, a stopped account, and for whoever
 * holds no appointment and no seat that day: to whoever asks they are the same.
 */
export async function findLinkedPerson(
  db: Db,
  { issuer, subject }: Identity,
  today: Day,
): Promise<number | null> {
  const person = await db
    .selectFrom('subjectLinks')
    .innerJoin('people', 'people.id', 'subjectLinks.personId')
    .innerJoin('accounts', 'accounts.personId', 'people.id')
    .select('people.id')
    .where('subjectLinks.issuer', '=', issuer)
    .where('subjectLinks.subject', '=', subject)
    .where('accounts.disabledAt', 'is', null)
    .where((eb) => inService(eb, today))
    .executeTakeFirst()
  return person?.id ?? null
}

/**
 * The first sign-in of an identity that nobody is linked to yet: where an administrator has allowed it, the employee
 * number that the provider vouches for decides once and for all who it is. Returns the person; null where it is not
 * allowed, nobody in service has that number, the account is stopped, or the person or the identity is linked already.
 */
export async function bindByNumber(
  ctx: Ctx,
  { employeeNumber, issuer, subject }: Identity & { employeeNumber: string },
): Promise<number | null> {
  if (!(await findSignInRules(ctx.tx)).bindsByNumber) return null
  const person = await ctx.tx
    .selectFrom('people')
    .leftJoin('accounts', 'accounts.personId', 'people.id')
    .select(['people.id', 'accounts.disabledAt'])
    .where('people.employeeNumber', '=', employeeNumber)
    .where((eb) => inService(eb, ctx.today))
    .executeTakeFirst()
  if (!person || person.disabledAt !== null) return null

  const taken = await ctx.tx
    .selectFrom('subjectLinks')
    .select('personId')
    .where((eb) =>
      eb.or([
        eb('personId', '=', person.id),
        eb.and([eb('issuer', '=', issuer), eb('subject', '=', subject)]),
      ]),
    )
    .executeTakeFirst()
  if (taken) return null

  await writeLink(ctx, { personId: person.id, issuer, subject }, null)
  ctx.happened({ kind: 'account.linked', personId: person.id, how: 'employeeNumber' })
  return person.id
}
