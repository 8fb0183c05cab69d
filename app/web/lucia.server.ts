import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { type Instant, instantOf } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import { idleMinutes } from '#app/domain/accounts/session'
import {
  endSession,
  endSessionsOf,
  findSession,
  listSessions,
  prolongSession,
  purgeSessions,
  startSession,
} from '#app/domain/accounts/sessions.server'
import type { SignInWay } from '#app/domain/accounts/sign-in-way'
import type { World } from '#app/domain/transact.server'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof openLucia>
    UserId: number
    DatabaseSessionAttributes: { createdAt: Instant; way: SignInWay }
    DatabaseUserAttributes: { hasInitialPassword: boolean }
  }
}

interface Databases {
  readonly reader: Db
  readonly world: World
}

/** Lucia makes the tokens, prolongs and ends sessions, and knows cookies; what they are is the domain's. */
export function openLucia(databases: Databases, cookie: { name: string; secure: boolean }) {
  return new Lucia(sessionAdapter(databases), {
    sessionExpiresIn: new TimeSpan(idleMinutes, 'm'),
    sessionCookie: { name: cookie.name, attributes: { secure: cookie.secure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: ({ createdAt, way }) => ({ createdAt, way }),
    getUserAttributes: ({ hasInitialPassword }) => ({ hasInitialPassword }),
  })
}

/**
 * The sessions as Lucia asks for them. A session that is over is not shown to it, since it would remove the row by
 * which we recognise whose form was interrupted. Lucia reads the clock of the machine, we that of the world: every
 * instant is moved from the one to the other.
 */
export function sessionAdapter({ reader, world }: Databases): Adapter {
  const ahead = () => world.now().getTime() - Date.now()
  const ours = (date: Date): Instant => new Date(date.getTime() + ahead()).toISOString()
  const theirs = (instant: Instant): Date => new Date(Date.parse(instant) - ahead())

  return {
    async getSessionAndUser(token) {
      const now = instantOf(world.now())
      // A read replica may not have heard yet of a session that has just begun.
      const found = (await findSession(reader, token, now)) ?? (await findSession(world.writer, token, now))
      if (!found || found.endsAt <= now) return [null, null]
      const { personId, createdAt, expiresAt, way, hasInitialPassword } = found
      return [
        { id: token, userId: personId, expiresAt: theirs(expiresAt), attributes: { createdAt, way } },
        { id: personId, attributes: { hasInitialPassword } },
      ]
    },
    async getUserSessions(personId) {
      const sessions = await listSessions(world.writer, personId, instantOf(world.now()))
      return sessions.map(({ idHash, createdAt, expiresAt, way }) => ({
        id: idHash,
        userId: personId,
        expiresAt: theirs(expiresAt),
        attributes: { createdAt, way: way as SignInWay },
      }))
    },
    async setSession({ id, userId, expiresAt, attributes: { createdAt, way } }) {
      await startSession(world.writer, {
        token: id,
        personId: userId,
        createdAt,
        expiresAt: ours(expiresAt),
        way,
      })
    },
    async updateSessionExpiration(token, expiresAt) {
      await prolongSession(world.writer, token, ours(expiresAt))
    },
    async deleteSession(token) {
      await endSession(world.writer, token)
    },
    async deleteUserSessions(personId) {
      await endSessionsOf(world.writer, personId)
    },
    async deleteExpiredSessions() {
      await purgeSessions(world.writer, instantOf(world.now()))
    },
  }
}
