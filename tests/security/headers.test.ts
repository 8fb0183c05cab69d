import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPassword } from '#tests/support/accounts.server'
import { type Asking, type BuiltServer, startBuiltServer } from '#tests/support/server'

/* Every answer, whoever gave it: a page, a refusal, data, a file to download. */

let server: BuiltServer

beforeAll(async () => {
  server = await startBuiltServer()
}, 60_000)
afterAll(() => server.stop())

const answers: readonly [what: string, status: number, asking: () => Asking][] = [
  ['a page', 200, () => ({ as: 'author', path: '/' })],
  ['a page for strangers', 200, () => ({ path: '/sign-in' })],
  ['data, which nobody gets', 404, () => ({ as: 'author', path: '/proposals.data' })],
  ['a download', 200, () => ({ as: 'secretariat', path: '/proposals/ledger/csv' })],
  ['the way to sign in', 302, () => ({ path: '/' })],
  ['a malformed form', 400, () => ({ as: 'author', path: '/proposals/new', form: { 'a-b': '1' } })],
  ['a refusal', 403, () => ({ as: 'author', path: '/proposals/ledger' })],
  ['a form from elsewhere', 403, () => ({ path: '/sign-in', form: {}, headers: { origin: 'null' } })],
  ['a missing page', 404, () => ({ as: 'author', path: '/nowhere' })],
  ['a hidden page', 404, () => ({ as: 'employee', path: `/proposals/${server.objects.ids.draft}` })],
  ['a foreign method', 405, () => ({ method: 'PUT', path: '/' })],
  [
    'a body without a length',
    411,
    () => ({ method: 'POST', path: '/', body: 'a=1', chunked: true, headers: { origin: server.origin } }),
  ],
  ['another host', 421, () => ({ path: '/', headers: { host: 'evil.example' } })],
  ['an incomplete form', 422, () => ({ path: '/sign-in', form: { employeeNumber: '' } })],
]

const fixed = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
}

describe.each(answers)('%s (%i)', (_, status, asking) => {
  it('is kept by no cache, framed by nobody and runs nothing of others', async () => {
    const { status: actual, headers } = await server.ask(asking())
    expect(actual).toBe(status)
    expect(headers).toMatchObject(fixed)
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
  })
})

it('lets nothing but a picture come out of the memory of the page', async () => {
  const { headers } = await server.ask({ as: 'author', path: '/' })
  const rules = String(headers['content-security-policy']).split('; ')
  expect(rules.filter((rule) => rule.includes('blob:'))).toEqual(["img-src 'self' data: blob:"])
})

it('runs the one file of the build that its pages name, and nothing within a page', async () => {
  const { headers, body } = await server.ask({ path: '/sign-in' })
  const rules = String(headers['content-security-policy']).split('; ')
  expect(rules.filter((rule) => rule.startsWith('script-src'))).toEqual(["script-src 'self'"])
  const scripts = body.toString('utf8').match(/<script\b[^>]*>[^<]*/g) ?? []
  expect(scripts).toEqual([expect.stringMatching(/^<script type="module" src="\/assets\/[\w.-]+\.js">$/)])
  expect(body.toString('utf8')).not.toMatch(/\son\w+=|style=/)
})

it('a cookie is for the server alone, and for requests from our own pages', async () => {
  const { headers } = await server.ask({
    path: '/sign-in',
    form: { employeeNumber: '000004', password: testPassword },
  })
  const [name, ...flags] = String(headers['set-cookie']).split('; ')
  expect(name).toMatch(/^sid=[a-z2-7]{40}$/)
  expect(flags.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax'])
})

it('what has its hash in its name may be kept for a year', async () => {
  const page = (await server.ask({ path: '/sign-in' })).body.toString('utf8')
  const [asset = ''] = /\/assets\/[\w.-]+\.css/.exec(page) ?? []
  const { status, headers } = await server.ask({ path: asset })
  expect(status).toBe(200)
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(headers['x-content-type-options']).toBe('nosniff')
})
