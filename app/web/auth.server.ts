import { setTimeout as pause } from 'node:timers/promises'
import type { AppLoadContext } from '@remix-run/node'
import type { Session } from 'lucia'
import { hashPassword, isOutdated, isPassword } from '#app/domain/accounts/hashing.server'
import { purgeAttempts } from '#app/domain/accounts/attempts.server'
import { findKeptForm, keepForm, purgeForms } from '#app/domain/accounts/interrupted-forms.server'
import { longestMs, recognisedMs } from '#app/domain/accounts/session'
import { isPasswordRefused } from '#app/domain/accounts/sign-in-rules.server'
import type { SignInWay } from '#app/domain/accounts/sign-in-way'
import { endSessionsOf, findSession, purgeSessions as purge } from '#app/domain/accounts/sessions.server'
import { findAccount, recordFailure, recordSignIn } from '#app/domain/accounts/signing-in.server'
import { dayOf, instantOf } from '#app/domain/calendar'
import type { Actor } from '#app/domain/organisation/actor'
import { findActor } from '#app/domain/organisation/actor.server'
import { transact, type World } from '#app/domain/transact.server'
import { now, reader, site, writingWorld } from './connections.server'
import { openLucia } from './lucia.server'
import { type Admission, admitChange, admitSignIn, rewardSignIn } from './sign-in-limits.server'
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

/** A refused sign-in is answered after this time at the earliest, so that it does not tell what was wrong. */
const refusalMs = 300

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

export type SignIn =
  | { readonly ok: true; readonly cookie: string }
  | { readonly ok: false; readonly refusal: 'wrong' | 'initialPasswordTooOld' | 'singleSignOnOnly' }
  | { readonly ok: false; readonly refusal: 'tooOften'; readonly seconds: number }

/**
 * Signs in by employee number and password, with a new session whatever cookie was sent. The same refusal for an
 * unknown number, a wrong password and a disabled account. Throws Overloaded.
 */
export async function signIn(
  { request, context }: Asked,
  { employeeNumber, password }: { employeeNumber: string; password: string },
): Promise<SignIn> {
  const earliest = pause(refusalMs)
  const attempt = { employeeNumber, address: context.clientAddress }
  const admission = await admitSignIn(writingWorld().writer, attempt, instantOf(now()))
  if (!admission.admitted) return { ok: false, refusal: 'tooOften', seconds: admission.seconds }
  await pause(admission.delayMs)

  const account = await findAccount(reader(), employeeNumber, dayOf(instantOf(now())))
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (!account || !isRight) {
    if (account) await recordFailure(writingWorld().writer, account.personId)
    await earliest
    return { ok: false, refusal: 'wrong' }
  }
  await rewardSignIn(writingWorld().writer, attempt)
  if (await mustComeByProvider(account.personId)) return { ok: false, refusal: 'singleSignOnOnly' }
  if (account.initialUntil !== null && account.initialUntil < instantOf(now())) {
    return { ok: false, refusal: 'initialPasswordTooOld' }
  }

  const isWeak = account.passwordHash !== null && isOutdated(account.passwordHash)
  const rehashed = isWeak ? await hashPassword(password) : null
  const { requestId } = context
  await transact(
    writingWorld(),
    account.personId,
    (ctx) => recordSignIn(ctx, { way: 'password', rehashed }),
    {
      requestId,
    },
  )
  return { ok: true, cookie: await beginSession({ request }, account.personId, 'password') }
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

/**
 * Keeps the body of a POST whose session was over, for the person whose session it was. Returns the token that gives
 * it back, or null where nobody is recognised or nothing can be kept.
 */
export async function keepInterruptedForm(request: Request): Promise<string | null> {
  const token = sessionTokenOf(request)
  const type = request.headers.get('content-type') ?? ''
  if (request.method !== 'POST' || !token || !type.startsWith('application/x-www-form-urlencoded'))
    return null
  const at = instantOf(now())
  const session = await findSession(reader(), token, at)
  if (!session || Date.parse(session.endsAt) < Date.parse(at) - recognisedMs) return null
  return keepForm(writingWorld().writer, {
    personId: session.personId,
    path: new URL(request.url).pathname,
    body: await request.text(),
    now: at,
  })
}

export async function findInterruptedForm(
  token: string,
  personId: number,
  path: string,
): Promise<string | null> {
  return findKeptForm(reader(), token, personId, path)
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

async function mustComeByProvider(personId: number): Promise<boolean> {
  const { provider } = site()
  if (!provider) return false
  const today = dayOf(instantOf(now()))
  return isPasswordRefused(reader(), { personId, issuer: provider.issuer.href, today })
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
