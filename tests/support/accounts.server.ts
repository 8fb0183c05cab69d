import { hash } from '@node-rs/argon2'
import { openAccount } from '#app/domain/accounts/passwords.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import { remembering } from '#tests/support/remembering.server'
import type { TestWorld } from '#tests/support/world.server'

export const testPassword = 'asagao takoyaki shingoki'

/** Cheap, so that a wrong password costs the tests nothing; the first right one is hashed anew at the cost of today. */
const cost = { memoryCost: 8, timeCost: 1, parallelism: 1 }

/** Accounts with `testPassword`, to be kept. */
export const openAccounts = remembering(
  'openAccounts',
  async (world: TestWorld, ...people: number[]): Promise<void> => {
    const passwordHash = await hash(testPassword, cost)
    await world.act(systemPersonId, async (ctx) => {
      for (const personId of people) await openAccount(ctx, { personId, passwordHash, initialUntil: null })
    })
  },
)
