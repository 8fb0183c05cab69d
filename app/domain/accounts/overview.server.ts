import type { Instant } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'

export interface AccountOverview {
  readonly employeeNumber: string
  readonly passwordChangedAt: Instant
  readonly lastSignedInAt: Instant | null
}

/** What a person sees of the own account. Throws NotFound. */
export async function findAccountOverview(db: Db, personId: number): Promise<AccountOverview> {
  const account = await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['people.employeeNumber', 'accounts.passwordChangedAt', 'accounts.lastSignedInAt'])
    .where('accounts.personId', '=', personId)
    .executeTakeFirst()
  if (!account) throw new NotFound()
  return account
}
