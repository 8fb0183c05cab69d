import type { AppLoadContext } from '@remix-run/node'
import { countAttempt, type Limit, takeBackAttempt } from '#app/domain/accounts/attempts.server'
import { bindByNumber, findLinkedPerson } from '#app/domain/accounts/linked-sign-in.server'
import { recordSignIn } from '#app/domain/accounts/signing-in.server'
import { dayOf, instantOf } from '#app/domain/calendar'
import { NotFound } from '#app/domain/errors'
import { systemPersonId } from '#app/domain/organisation/actor'
import { transact } from '#app/domain/transact.server'
import { beginSession, cookieIn } from './auth.server'
import { now, reader, report, seal, site, writingWorld } from './connections.server'
import {
  departureFor,
  endSessionAddress,
  type Provider,
  Refused,
  type Vouched,
  whoReturned,
} from './provider.server'
import { journeyMs, openJourney, sealJourney, type Underway } from './sealed-journey.server'

interface Asked {
  readonly request: Request
  readonly context: AppLoadContext
}

/** Why nobody is signed in: the provider's word was not taken, or it is nobody's whom we know. */
export type Turned = {
  readonly ok: false
  readonly why: Refused['why'] | 'stale' | 'unlinked' | 'tooOften'
  readonly seconds?: number
  /** The page that was wanted, where that is known. */
  readonly place?: string
}

const hourMs = 60 * 60_000
/** Answers that could not be believed, from one address; a whole city hall may be behind it. */
const address: Limit = { name: 'single sign-on, address', most: 100, windowMs: hourMs }
/** Each journey ends once, whichever process it comes back to. */
const arrival: Limit = { name: 'single sign-on, state', most: 1, windowMs: 2 * journeyMs }

/** To whom no provider is configured, single sign-on does not exist. Throws NotFound. */
export function providerOf(): Provider {
  const { provider } = site()
  if (!provider) throw new NotFound()
  return provider
}

/** Where the browser goes to sign in, and the cookie by which it is known again. Throws NotFound. */
export async function departTo(
  { context }: Asked,
  place: string,
): Promise<{ readonly ok: true; readonly address: string; readonly cookie: string } | Turned> {
  return turningBack(context, async () => {
    const { address: there, journey } = await departureFor(providerOf())
    const underway = { ...journey, place, until: now().getTime() + journeyMs }
    return { ok: true, address: there.href, cookie: cookie(sealJourney(underway, seal()), journeyMs / 1000) }
  })
}

/** Signs in whoever comes back, exactly as a password does. Throws NotFound. */
export async function arriveFrom(
  asked: Asked,
): Promise<{ readonly ok: true; readonly place: string; readonly cookies: readonly string[] } | Turned> {
  const provider = providerOf()
  const { request, context } = asked
  const { search, searchParams } = new URL(request.url)
  const underway = openJourney(cookieIn(request, cookieName()) ?? '', seal(), now())
  // Whatever was not begun in this browser costs it nothing: neither its journey nor one of its attempts.
  if (!underway || searchParams.get('state') !== underway.state) return { ok: false, why: 'stale' }

  const at = instantOf(now())
  const { writer } = writingWorld()
  if ((await countAttempt(writer, arrival, underway.state, at)) !== null) return { ok: false, why: 'stale' }
  const until = await countAttempt(writer, address, context.clientAddress, at)
  if (until !== null) {
    const seconds = Math.ceil((Date.parse(until) - Date.parse(at)) / 1000)
    return { ok: false, why: 'tooOften', seconds, place: underway.place }
  }

  const arrived = await turningBack(context, () => welcome(asked, provider, search, underway))
  // Only what could not be believed counts.
  if (arrived.ok || arrived.why !== 'untrusted') await takeBackAttempt(writer, address, context.clientAddress)
  return { ...arrived, place: underway.place }
}

/** Where to sign out of the provider as well; null where that cannot be done there, or now. */
export async function departureForGood({ context }: Asked): Promise<string | null> {
  try {
    return (await endSessionAddress(providerOf()))?.href ?? null
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    report({ requestId: context.requestId, error })
    return null
  }
}

async function welcome(asked: Asked, provider: Provider, search: string, underway: Underway) {
  const vouched = await whoReturned(provider, search, underway)
  const { requestId } = asked.context
  const personId = await personOf(vouched, requestId)
  if (personId === null) return { ok: false, why: 'unlinked' } as const
  await transact(writingWorld(), personId, (ctx) => recordSignIn(ctx, { way: 'singleSignOn' }), { requestId })
  const cookies = [await beginSession(asked, personId, 'singleSignOn'), cookie('', 0)]
  return { ok: true, place: underway.place, cookies } as const
}

async function personOf(vouched: Vouched, requestId: string): Promise<number | null> {
  const linked = await findLinkedPerson(reader(), vouched, dayOf(instantOf(now())))
  const { employeeNumber } = vouched
  if (linked !== null || employeeNumber === null) return linked
  return transact(
    writingWorld(),
    systemPersonId,
    (ctx) => bindByNumber(ctx, { ...vouched, employeeNumber }),
    {
      requestId,
    },
  )
}

/** The operator is told what was wrong with an answer, never what it held. */
async function turningBack<T>(context: AppLoadContext, go: () => Promise<T>): Promise<T | Turned> {
  try {
    return await go()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.why !== 'cancelled') report({ requestId: context.requestId, error })
    return { ok: false, why: error.why, ...(error.why === 'unreachable' && { seconds: 30 }) }
  }
}

function cookieName(): string {
  return site().secureCookies ? '__Host-sso' : 'sso'
}

function cookie(value: string, seconds: number): string {
  const secure = site().secureCookies ? '; Secure' : ''
  return `${cookieName()}=${value}; HttpOnly; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`
}
