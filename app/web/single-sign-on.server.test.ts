import type { AppLoadContext } from '@remix-run/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { linkSubject, unlinkSubject } from '#app/domain/accounts/linking.server'
import { setSignInRules, type SignInRules } from '#app/domain/accounts/sign-in-rules.server'
import { stopAccount } from '#app/domain/accounts/disabling.server'
import { testPassword } from '#tests/support/accounts.server'
import { castParts, signAllIn } from '#tests/access/parts.server'
import { deadProvider } from '#tests/support/dead-provider'
import {
  type Claims,
  clientId,
  clientSecret,
  type IdentityProvider,
  type Mischief,
  startIdentityProvider,
} from '#tests/support/identity-provider'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { actorOf, mustChangePassword, signOut } from './auth.server'
import { useConnections } from './connections.server'
import { signIn } from './password-sign-in.server'
import type { Provider } from './provider.server'
import { arriveFrom, departTo } from './single-sign-on.server'

let idp: IdentityProvider

beforeAll(async () => {
  idp = await startIdentityProvider()
})
afterEach(() => {
  idp.mischief = {}
})
afterAll(() => idp.stop())

/** A town whose 田中 (member) is 「tanaka@town」 of the provider. */
async function town({ provider: differing = {} }: { provider?: Partial<Provider> } = {}) {
  const world = await freshWorld()
  const small = await smallTown(world)
  const players = await castParts(world, small)
  await signAllIn(world, players)
  const provider: Provider = {
    ...{ ...deadProvider, issuer: new URL(idp.issuer), clientId, clientSecret },
    publicOrigin: new URL('https://kaizen.example'),
    ...differing,
  }
  const tanaka = { personId: players.member, issuer: provider.issuer.href, subject: 'tanaka@town' }
  await world.act(players.administrator, (ctx) => linkSubject(ctx, tanaka))
  const failures: string[] = []
  const report = ({ error }: { error: unknown }) => void failures.push(String((error as Error).stack))
  useConnections({ ...world, secureCookies: true, sample: false, contact: '総務課', provider, report })
  idp.person = { sub: 'tanaka@town' }

  const ask = (path = '/', cookie = '') => ({
    request: new Request(`http://inside:3000${path}`, { headers: { cookie } }),
    context: { requestId: 'r', clientAddress: '10.0.0.1' } as AppLoadContext,
  })
  /** The browser goes to the provider; what it brings back, and the cookie it has. */
  const travel = async (place = '/') => {
    const departure = await departTo(ask(), place)
    if (!departure.ok) throw new Error(departure.why)
    const answer = await fetch(departure.address, { redirect: 'manual' })
    const back = new URL(answer.headers.get('location') ?? '')
    return { back: back.pathname + back.search, cookie: departure.cookie.split(';')[0] ?? '' }
  }
  const arrive = ({ back, cookie }: { back: string; cookie: string }) => arriveFrom(ask(back, cookie))
  const enter = async (place?: string) => arrive(await travel(place))
  const enterAs = async (person: Claims) => {
    idp.person = person
    return enter()
  }
  const cookieOf = async (arrival: ReturnType<typeof enter>) => {
    const arrived = await arrival
    if (!arrived.ok) throw new Error(arrived.why)
    return arrived.cookies[0]?.split(';')[0] ?? ''
  }
  const whoIs = async (cookie: string) => (await actorOf(ask('/', cookie)))?.personId ?? null
  const sessions = () => world.reader.selectFrom('sessions').select('idHash').execute()
  const rule = (rules: Partial<SignInRules>) =>
    world.act(players.administrator, (ctx) =>
      setSignInRules(ctx, { bindsByNumber: 0, refusesPasswords: 0, ...rules }),
    )
  return {
    ...{
      world,
      players,
      provider,
      failures,
      ask,
      travel,
      arrive,
      enter,
      enterAs,
      cookieOf,
      whoIs,
      sessions,
      rule,
    },
    [Symbol.asyncDispose]: () => world.close(),
  }
}

describe('who is linked', () => {
  it('comes in as with a password, and to the page that was wanted', async () => {
    await using t = await town()
    const arrival = await t.enter('/practices/new?year=2026')
    expect(arrival).toMatchObject({
      ok: true,
      place: '/practices/new?year=2026',
      cookies: [
        expect.stringMatching(/^__Host-sid=[a-z2-7]{40}; HttpOnly; Path=\/; SameSite=Lax; Secure$/),
        '__Host-sso=; HttpOnly; Path=/; Max-Age=0; SameSite=Lax; Secure',
      ],
    })
    const cookie = await t.cookieOf(t.enter())
    expect(await t.whoIs(cookie)).toBe(t.players.member)
    expect((await signOut(t.ask('/', cookie))).way).toBe('singleSignOn')
    expect(await t.whoIs(cookie)).toBeNull()
    const { payload } = await t.world.reader
      .selectFrom('events')
      .select('payload')
      .where('kind', '=', 'account.signedIn')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(JSON.parse(payload)).toMatchObject({ personId: t.players.member, way: 'singleSignOn' })
  })

  it('ends the session of the cookie that was there before', async () => {
    await using t = await town()
    const first = await t.cookieOf(t.enter())
    const { back, cookie } = await t.travel()
    const second = await t.cookieOf(t.arrive({ back, cookie: `${first}; ${cookie}` }))
    expect(await t.whoIs(first)).toBeNull()
    expect(await t.whoIs(second)).toBe(t.players.member)
  })

  it('is out after an hour, after being stopped, and after the link was taken away', async () => {
    await using t = await town()
    const idle = await t.cookieOf(t.enter())
    t.world.at('2026-06-01T10:01:00+09:00')
    expect(await t.whoIs(idle)).toBeNull()
    const unlinked = await t.cookieOf(t.enter())
    await t.world.act(t.players.administrator, (ctx) => unlinkSubject(ctx, { personId: t.players.member }))
    expect(await t.whoIs(unlinked)).toBeNull()
    expect(await t.enter()).toMatchObject({ ok: false, why: 'unlinked' })
  })

  it('needs no initial password, whatever became of it', async () => {
    await using t = await town()
    await t.world.writer.updateTable('accounts').set({ initialUntil: '2026-06-01T00:00:00.000Z' }).execute()
    expect(await mustChangePassword(t.ask('/', await t.cookieOf(t.enter())))).toBe(false)
  })
})

describe('who is nobody here is not let in, and not told why', () => {
  const unlinked = { ok: false, why: 'unlinked', place: '/' }

  it('an unknown person, one of another provider, a stopped account, and one whose last day is over', async () => {
    await using t = await town()
    const before = await t.sessions()
    expect(await t.enterAs({ sub: 'TANAKA@town' })).toEqual(unlinked)
    expect(await t.enterAs({ sub: 'nobody', employee_number: '000002' })).toEqual(unlinked)
    await t.world.writer.updateTable('subjectLinks').set({ issuer: 'https://other.example/' }).execute()
    expect(await t.enterAs({ sub: 'tanaka@town' })).toEqual(unlinked)
    await t.world.writer.updateTable('subjectLinks').set({ issuer: t.provider.issuer.href }).execute()
    await t.world.act(t.players.administrator, (ctx) => stopAccount(ctx, { personId: t.players.member }))
    expect(await t.enter()).toEqual(unlinked)
    await t.world.writer.updateTable('accounts').set({ disabledAt: null }).execute()
    await t.world.writer.updateTable('appointments').set({ validTo: '2026-05-31' }).execute()
    expect(await t.enter()).toEqual(unlinked)
    expect((await t.sessions()).length).toBeLessThanOrEqual(before.length)
  })
})

describe('an answer that cannot be believed signs nobody in', () => {
  const change = (changed: Claims): Mischief => ({ claims: (claims) => ({ ...claims, ...changed }) })
  const ago = Math.floor(Date.now() / 1000) - 3600
  it.each<[string, Mischief]>([
    ['another issuer', change({ iss: 'https://evil.example' })],
    ['another audience', change({ aud: 'another-client' })],
    ['several audiences, and made for another', change({ aud: [clientId, 'b'], azp: 'b' })],
    ['another nonce', change({ nonce: 'of another journey' })],
    ['no nonce', change({ nonce: undefined })],
    ['a token that has expired', change({ iat: ago, exp: ago + 300 })],
    ['a token of the future', change({ nbf: ago + 7200 })],
    ['no subject', change({ sub: undefined })],
    ['a token signed by somebody else', { signature: 'foreign' }],
    ['a token that nobody signed (alg none)', { signature: 'none' }],
    ['a code of nobody', { answer: (back) => back.searchParams.set('code', 'guessed') }],
    ['no code', { answer: (back) => back.searchParams.delete('code') }],
    [
      'an answer of another provider (mix-up)',
      { answer: (back) => back.searchParams.set('iss', 'https://evil.example') },
    ],
    ['an answer that does not say whose it is', { answer: (back) => back.searchParams.delete('iss') }],
    ['the state twice', { answer: (back) => back.searchParams.append('state', 'second') }],
    ['an error nobody knows', { answer: (back) => back.searchParams.set('error', '<script>') }],
  ])('%s', async (_, mischief) => {
    await using t = await town()
    const before = await t.sessions()
    idp.mischief = mischief
    expect(await t.enter()).toEqual({ ok: false, why: 'untrusted', place: '/' })
    expect(await t.sessions()).toEqual(before)
    expect(t.failures).toHaveLength(1)
    for (const secret of [...idp.secrets, clientSecret, '<script>'])
      expect(t.failures.join()).not.toContain(secret)
  })

  it('a state that is not that of this browser’s journey, without costing the journey', async () => {
    await using t = await town()
    const { back, cookie } = await t.travel()
    const foreign = back.replace(/state=[^&]+/, 'state=guessed')
    expect(await t.arrive({ back: foreign, cookie })).toEqual({ ok: false, why: 'stale' })
    expect(await t.arrive({ back, cookie: '' })).toEqual({ ok: false, why: 'stale' })
    expect(await t.arrive({ back, cookie: `${cookie.slice(0, -4)}AAAA` })).toEqual({
      ok: false,
      why: 'stale',
    })
    expect(await t.arrive({ back, cookie })).toMatchObject({ ok: true })
  })

  it('an answer that comes a second time, or too late', async () => {
    await using t = await town()
    const once = await t.travel()
    expect(await t.arrive(once)).toMatchObject({ ok: true })
    const { exchanges } = idp
    expect(await t.arrive(once)).toEqual({ ok: false, why: 'stale' })
    const late = await t.travel()
    t.world.at('2026-06-01T09:10:00.001+09:00')
    expect(await t.arrive(late)).toEqual({ ok: false, why: 'stale' })
    expect(idp.exchanges).toBe(exchanges)
  })

  it('a code that was used before, in a journey of its own', async () => {
    await using t = await town()
    const first = await t.travel()
    await t.arrive(first)
    const used = new URLSearchParams(first.back.split('?')[1]).get('code') ?? ''
    idp.mischief = { answer: (back) => back.searchParams.set('code', used) }
    expect(await t.enter()).toMatchObject({ ok: false, why: 'untrusted' })
  })

  it('and after a hundred from one address the next has to wait, though it be right', async () => {
    await using t = await town()
    for (let count = 0; count < 3; count += 1) await t.enter()
    idp.mischief = { answer: (back) => back.searchParams.delete('code') }
    for (let count = 0; count < 100; count += 1) expect((await t.enter()).ok).toBe(false)
    idp.mischief = {}
    expect(await t.enter()).toEqual({ ok: false, why: 'tooOften', seconds: 3600, place: '/' })
    t.world.at('2026-06-01T10:00:01+09:00')
    expect(await t.enter()).toMatchObject({ ok: true })
  })
})

describe('what is nobody’s fault is told apart', () => {
  it('somebody who chose not to sign in, without a line in the log', async () => {
    await using t = await town()
    idp.mischief = {
      answer: (back) => {
        back.searchParams.delete('code')
        back.searchParams.set('error', 'access_denied')
      },
    }
    expect(await t.enter('/account')).toEqual({ ok: false, why: 'cancelled', place: '/account' })
    expect(t.failures).toEqual([])
  })

  it('a provider that is broken when the code is exchanged', async () => {
    await using t = await town()
    idp.mischief = { tokens: 'broken' }
    expect(await t.enter()).toEqual({ ok: false, why: 'unreachable', seconds: 30, place: '/' })
  })

  it('a provider that says nothing, once our patience is over', async () => {
    await using t = await town({ provider: { patience: 0.5 } })
    idp.mischief = { tokens: 'silent' }
    expect(await t.enter()).toMatchObject({ ok: false, why: 'unreachable' })
  })

  it('a provider that is not there, and a secret that is not ours', async () => {
    await using gone = await town({ provider: { issuer: deadProvider.issuer } })
    expect(await departTo(gone.ask(), '/')).toEqual({ ok: false, why: 'unreachable', seconds: 30 })
    await using wrong = await town({ provider: { clientSecret: 'another' } })
    expect(await wrong.enter()).toMatchObject({ ok: false, why: 'unreachable' })
    expect(wrong.failures.join()).toContain('OIDC_CLIENT_SECRET')
  })

  it('a provider that says it is another one is never asked', async () => {
    await using t = await town()
    idp.mischief = { metadata: (said) => ({ ...said, issuer: 'https://evil.example' }) }
    expect(await departTo(t.ask(), '/')).toEqual({ ok: false, why: 'untrusted' })
  })
})

describe('the employee number of the provider', () => {
  const okada = { sub: 'okada@town', employee_number: '000014' }

  it('links at the first sign-in where an administrator has allowed it, and only then', async () => {
    await using t = await town()
    expect(await t.enterAs(okada)).toMatchObject({ ok: false, why: 'unlinked' })
    await t.rule({ bindsByNumber: 1 })
    expect(await t.whoIs(await t.cookieOf(t.enterAs(okada)))).toBe(t.players.employee)
    await t.rule({ bindsByNumber: 0 })
    expect(await t.whoIs(await t.cookieOf(t.enterAs({ sub: 'okada@town' })))).toBe(t.players.employee)
  })

  it('never takes over whoever is linked, stopped, gone or unknown, and makes nobody', async () => {
    await using t = await town()
    await t.rule({ bindsByNumber: 1 })
    const people = await t.world.reader.selectFrom('people').select('id').execute()
    for (const person of [
      { sub: 'evil', employee_number: '000002' }, // 田中, who is somebody else there
      { sub: 'evil', employee_number: '999999' },
      { sub: 'evil', employee_number: ' ' },
      { sub: 'evil', employee_number: 14 },
      { sub: 'evil' },
    ]) {
      expect(await t.enterAs(person)).toMatchObject({ ok: false, why: 'unlinked' })
    }
    await t.world.act(t.players.administrator, (ctx) => stopAccount(ctx, { personId: t.players.employee }))
    expect(await t.enterAs(okada)).toMatchObject({ ok: false, why: 'unlinked' })
    expect(await t.world.reader.selectFrom('people').select('id').execute()).toHaveLength(people.length)
  })

  it('is a claim of the operator’s choice, and so is the subject', async () => {
    await using t = await town({ provider: { subjectClaim: 'oid', numberClaim: 'staff' } })
    await t.rule({ bindsByNumber: 1 })
    const arrival = t.enterAs({ sub: 'pairwise', oid: 'directory', staff: '000014' })
    expect(await t.whoIs(await t.cookieOf(arrival))).toBe(t.players.employee)
    expect(await t.enterAs({ sub: 'directory', oid: 'other' })).toMatchObject({ ok: false, why: 'unlinked' })
  })
})

describe('a password', () => {
  const byPassword = (t: Awaited<ReturnType<typeof town>>, employeeNumber: string) =>
    signIn(t.ask(), { employeeNumber, password: testPassword })

  it('goes on opening the account of whoever is linked, until the town says otherwise', async () => {
    await using t = await town()
    expect(await byPassword(t, '000002')).toMatchObject({ ok: true })
    await t.rule({ refusesPasswords: 1 })
    expect(await byPassword(t, '000002')).toEqual({ ok: false, refusal: 'singleSignOnOnly' })
    expect(await byPassword(t, '000014')).toMatchObject({ ok: true })
    // A wrong one is told nothing of that.
    expect(await signIn(t.ask(), { employeeNumber: '000002', password: 'wrong' })).toMatchObject({
      refusal: 'wrong',
    })
  })

  it('always opens the account of an administrator, and everybody’s once there is no provider', async () => {
    await using t = await town()
    const linking = { personId: t.players.administrator, issuer: t.provider.issuer.href, subject: 'yoshida' }
    await t.world.act(t.players.administrator, (ctx) => linkSubject(ctx, linking))
    await t.rule({ refusesPasswords: 1 })
    expect(await byPassword(t, '000012')).toMatchObject({ ok: true })
    useConnections({ ...t.world, secureCookies: true, sample: false, contact: '総務課' })
    expect(await byPassword(t, '000002')).toMatchObject({ ok: true })
  })
})
