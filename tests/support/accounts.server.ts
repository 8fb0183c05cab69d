import { hashPassword } from '#app/domain/accounts/hashing.server'
import { openAccount } from '#app/domain/accounts/passwords.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import type { TestWorld } from '#tests/support/world.server'

export const testPassword = 'asagao takoyaki shingoki'

let hash: Promise<string> | undefined

/** Accounts with `testPassword`, to be kept; hashed once, for hashing is slow on purpose. */
export async function openAccounts(world: TestWorld, ...people: number[]): Promise<void> {
  hash ??= hashPassword(testPassword)
  const passwordHash = await hash
  await world.act(systemPersonId, async (ctx) => {
    for (const personId of people) await openAccount(ctx, { personId, passwordHash, initialUntil: null })
  })
}
