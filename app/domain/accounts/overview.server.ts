import type { Instant } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { passwordHashOf } from './passwords.server'

export interface AccountOverview {
  readonly employeeNumber: string
  /** Null where no password opens the account. */
  readonly passwordChangedAt: Instant | null
  readonly lastSignedInAt: Instant | null
}

/** What a person sees of the own account. Throws NotFound. */
export async function findAccountOverview(db: Db, personId: number): Promise<AccountOverview> {
  const account = await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['people.employeeNumber', 'accounts.passwordHash', 'accounts.passwordChangedAt'])
    .select('accounts.lastSignedInAt')
    .where('accounts.personId', '=', personId)
    .executeTakeFirst()
  if (!account) throw new NotFound()
  const { passwordHash, ...overview } = account
  return { ...overview, ...(passwordHashOf({ passwordHash }) === null && { passwordChangedAt: null }) }
}
