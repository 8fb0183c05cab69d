import type { AppLoadContext } from '@remix-run/node'
import type { Session } from 'lucia'
import { purgeAttempts } from '#app/domain/accounts/attempts.server'
import { purgeForms } from '#app/domain/accounts/interrupted-forms.server'
import { longestMs } from '#app/domain/accounts/session'
import type { SignInWay } from '#app/domain/accounts/sign-in-way'
import { endSessionsOf, findSession, purgeSessions as purge } from '#app/domain/accounts/sessions.server'
import { dayOf, instantOf } from '#app/domain/calendar'
import type { Actor } from '#app/domain/organisation/actor'
import { findActor } from '#app/domain/organisation/actor.server'
import type { World } from '#app/domain/transact.server'
import { now, reader, site, writingWorld } from './connections.server'
import { openLucia } from './lucia.server'
import { type Admission, admitChange } from './sign-in-limits.server'
import { admitFile, insistOnRoom } from './upload-limits.server'

interface Asked {
  readonly request: Request
  readonly context: AppLoadContext
}

interface Visit {
  readonly actor: Actor
  readonly session: Session
  readonly hasInitialPassword: boolean
}

/** One look for each HTTP request, however many loaders ask: parallel looks would race to prolong the session. */
const visits = new WeakMap<AppLoadContext, Promise<Visit | null>>()
const lucias = new WeakMap<object, ReturnType<typeof openLucia>>()

/** Who asks; null for a stranger and for a session that is over. */
export async function actorOf(asked: Asked): Promise<Actor | null> {
  return (await visitOf(asked))?.actor ?? null
}

export async function mustChangePassword(asked: Asked): Promise<boolean> {
  return (await visitOf(asked))?.hasInitialPassword ?? false
}

/** Until the session of this request ends if nothing more is asked; null for a stranger. */
export async function sessionMsOf(asked: Asked): Promise<number | null> {
  const visit = await visitOf(asked)
  if (!visit) return null
  // Lucia's instants are the machine's, ours are the world's.
  const idle = visit.session.expiresAt.getTime() - Date.now()
  const oldest = Date.parse(visit.session.createdAt) + longestMs - now().getTime()
  return Math.max(0, Math.min(idle, oldest))
}

/** The same without being a sign of life: asking whether to warn must not keep a deserted session alive. */
export async function peekSessionMs(request: Request): Promise<number | null> {
  const session = await peekSession(request)
  return session ? Math.max(0, Date.parse(session.endsAt) - now().getTime()) : null
}

/** Who asks, without being a sign of life either: for what an open page asks by itself, again and again. */
export async function peekActor(request: Request): Promise<Actor | null> {
  const session = await peekSession(request)
  const instant = instantOf(now())
  if (!session || session.hasInitialPassword || session.endsAt <= instant) return null
  return findActor(reader(), session.personId, dayOf(instant))
}

async function peekSession(request: Request) {
  const token = sessionTokenOf(request)
  return token === null ? null : findSession(reader(), token, instantOf(now()))
}

/** A new session, whatever cookie was sent: that one's session ends. Returns the cookie. */
export async function beginSession(
  { request }: Pick<Asked, 'request'>,
  personId: number,
  way: SignInWay,
): Promise<string> {
  const former = sessionTokenOf(request)
  if (former) await lucia().invalidateSession(former)
  return cookieOf(await lucia().createSession(personId, { createdAt: instantOf(now()), way }))
}

/** Counts one more attempt of this person to give the current password. */
export async function admitPasswordChange(personId: number): Promise<Admission> {
  return admitChange(writingWorld().writer, personId, instantOf(now()))
}

/** Counts one more file that this person sends, before it is read. */
export async function admitUpload(personId: number): Promise<Admission> {
  return admitFile(writingWorld().writer, personId, instantOf(now()))
}

/** Counts the bytes of a file that this person has sent. Throws TooOften where they are too many for one day. */
export async function admitBytes(personId: number, bytes: number): Promise<void> {
  const { megabytesPerDay } = site()
  if (megabytesPerDay === undefined) return
  await insistOnRoom(writingWorld().writer, { personId, bytes }, megabytesPerDay, instantOf(now()))
}

/** Ends the session and returns the headers that make the browser forget it, and how the session had begun. */
export async function signOut(asked: Asked): Promise<{ headers: Headers; way: SignInWay }> {
  const way = (await visitOf(asked))?.session.way ?? 'password'
  const token = sessionTokenOf(asked.request)
  if (token) await lucia().invalidateSession(token)
  const headers = new Headers({
    'Set-Cookie': lucia().createBlankSessionCookie().serialize(),
    ...(site().secureCookies && { 'Clear-Site-Data': '"cache", "storage"' }),
  })
  return { headers, way }
}

/** Ends the sessions of this person on all other devices. */
export async function endOtherSessions(request: Request, personId: number): Promise<void> {
  await endSessionsOf(writingWorld().writer, personId, sessionTokenOf(request) ?? undefined)
}

/** Forgets sessions and interrupted forms that nobody will come back to, and attempts that no longer count. */
export async function purgeSessions(world: World): Promise<void> {
  const at = instantOf(world.now())
  await purge(world.writer, at)
  await purgeForms(world.writer, at)
  await purgeAttempts(world.writer, at)
}

async function visitOf({ request, context }: Asked): Promise<Visit | null> {
  const known = visits.get(context)
  if (known) return known
  const visit = findVisit(request)
  visits.set(context, visit)
  return visit
}

async function findVisit(request: Request): Promise<Visit | null> {
  const token = sessionTokenOf(request)
  if (!token) return null
  const { session, user } = await lucia().validateSession(token)
  if (!session) return null
  const actor = await findActor(reader(), session.userId, dayOf(instantOf(now())))
  return { actor, session, hasInitialPassword: user.hasInitialPassword }
}

/** The token that was sent, of whatever state. Not by Lucia, which throws at a foreign cookie with a stray percent sign. */
export function sessionTokenOf(request: Request): string | null {
  const value = cookieIn(request, lucia().sessionCookieName) ?? ''
  return /^[a-z2-7]{40}$/.test(value) ? value : null
}

export function cookieIn(request: Request, name: string): string | undefined {
  const sent = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim().split('='))
  return sent.find(([named]) => named === name)?.[1]
}

/**
 * A cookie of the browser's session, without an age: by the token of a session that is over we recognise whose form
 * was interrupted, and one that was prolonged need not be sent again.
 */
function cookieOf(session: Session): string {
  const cookie = lucia().createSessionCookie(session.id)
  delete cookie.attributes.maxAge
  return cookie.serialize()
}

function lucia() {
  const world = writingWorld()
  let opened = lucias.get(world)
  if (!opened) {
    const secure = site().secureCookies
    opened = openLucia({ reader: reader(), world }, { name: secure ? '__Host-sid' : 'sid', secure })
    lucias.set(world, opened)
  }
  return opened
}
