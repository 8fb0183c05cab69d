import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startSmallWith } from '#tests/e2e/support/servers'
import { type IdentityProvider, type Mischief, startIdentityProvider } from '#tests/support/identity-provider'

/* The way to the identity provider and back, against the server as it is built. */

let idp: IdentityProvider
let server: Awaited<ReturnType<typeof startSmallWith>>

beforeAll(async () => {
  idp = await startIdentityProvider()
  server = await startSmallWith(idp.issuer)
}, 60_000)
afterEach(() => {
  idp.mischief = {}
})
afterAll(async () => {
  await server.stop()
  await idp.stop()
})

const go = (address: string, cookie = '') =>
  fetch(new URL(address, server.origin), { redirect: 'manual', headers: { cookie } })

/** There and back, as a browser without scripts goes; what the last step answers. */
async function travel(to: string, person: Readonly<Record<string, unknown>>) {
  idp.person = person
  const departure = await go(`/sign-in/single-sign-on?to=${encodeURIComponent(to)}`)
  const there = await go(departure.headers.get('location') ?? '')
  const back = there.headers.get('location') ?? ''
  const cookie = departure.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return { departure, back, cookie, arrival: await go(back, cookie) }
}

const sidOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((cookie) => /^sid=[a-z2-7]{40};/.test(cookie))
    ?.split(';')[0]

it('leads to the provider with everything that its answer is held to', async () => {
  const { departure } = await travel('/', { sub: 'tanaka@town' })
  expect(departure.status).toBe(302)
  const address = new URL(departure.headers.get('location') ?? '')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ client_id: 'kaizen', response_type: 'code', scope: 'openid profile', code_challenge_method: 'S256' },
    redirect_uri: `${server.origin}/sign-in/single-sign-on/return`,
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
  })
  const [cookie = ''] = departure.headers.getSetCookie()
  expect(cookie).toMatch(/^sso=[\w-]+; HttpOnly; Path=\/; Max-Age=600; SameSite=Lax$/)
  const sealed = Buffer.from(/^sso=([\w-]+)/.exec(cookie)?.[1] ?? '', 'base64url').toString()
  for (const name of ['state', 'nonce']) expect(sealed).not.toContain(address.searchParams.get(name))
})

it('signs in whoever is linked, on the page that was wanted and on no other site', async () => {
  for (const [to, place] of [
    ['/practices/new?year=2026', '/practices/new?year=2026&done=signedIn'],
    ['//evil.example', '/?done=signedIn'],
    ['https://evil.example', '/?done=signedIn'],
  ] as const) {
    const { arrival } = await travel(to, { sub: 'tanaka@town' })
    expect(arrival.status).toBe(302)
    expect(arrival.headers.get('location')).toBe(place)
    expect((await go('/account', sidOf(arrival))).status).toBe(200)
  }
})

it('lets the same answer in once', async () => {
  const { back, cookie } = await travel('/', { sub: 'tanaka@town' })
  const again = await go(back, cookie)
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('サインインの手続きが途中で切れました')
  expect(sidOf(again)).toBeUndefined()
})

it.each<[what: string, status: number, says: string, sub: string, mischief: Mischief]>([
  ['an unknown person', 403, '職員とひも付いていないか', 'nobody', {}],
  ['a forged token', 422, '返事を確かめられなかった', 'tanaka@town', { signature: 'foreign' }],
  ['a token that nobody signed', 422, '返事を確かめられなかった', 'tanaka@town', { signature: 'none' }],
  [
    'somebody who thought better of it',
    403,
    '取り消されました',
    'tanaka@town',
    { answer: (back) => back.searchParams.set('error', 'access_denied') },
  ],
  ['a provider out of order', 503, '認証基盤につながりません', 'tanaka@town', { tokens: 'broken' }],
])('refuses %s with %i and a sentence', async (_, status, says, sub, mischief) => {
  idp.mischief = mischief
  const { arrival } = await travel('/account', { sub })
  expect(arrival.status).toBe(status)
  const page = await arrival.text()
  expect(page).toContain(says)
  expect(page).toContain('/sign-in/single-sign-on?to=%2Faccount')
  expect(arrival.headers.get('retry-after')).toBe(status === 503 ? '30' : null)
  expect(arrival.headers.getSetCookie()).toEqual([])
})
