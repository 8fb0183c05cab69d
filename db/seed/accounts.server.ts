import { hashPassword } from '#app/domain/accounts/hashing.server'
import { openAccount } from '#app/domain/accounts/passwords.server'
import { markAllRead } from '#app/domain/notifications/inbox.server'
import { cast, samplePassword } from './cast'
import { type Act, keyOf } from './loading.server'
import { lastDay, moment } from './moments'
import type { Keys } from './organisation.server'

/** One person for each part can sign in, with a password that everybody may know; nobody else has an account. */
export function accountActs(keys: Keys): Act[] {
  const openedAt = moment(lastDay, 17 * 60 + 59)
  // Nobody has two years of unread messages: the last week's are new.
  const readAt = moment('2026-11-13', 17 * 60 + 45)
  return cast.flatMap(({ employeeNumber }): Act[] => {
    const personId = keyOf(keys.people, employeeNumber)
    const reading: Act = {
      at: readAt,
      perform: (loading) =>
        loading.act(readAt, personId, (ctx) => markAllRead(ctx, { upTo: Number.MAX_SAFE_INTEGER })),
    }
    const opening: Act = {
      at: openedAt,
      perform: async (loading) => {
        const passwordHash = await hashPassword(samplePassword)
        await loading.bySystem(openedAt, (ctx) =>
          openAccount(ctx, { personId, passwordHash, initialUntil: null }),
        )
      },
    }
    return [reading, opening]
  })
}
