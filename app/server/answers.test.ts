import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { startDoors } from '#tests/support/doors'

type Options = NonNullable<Parameters<typeof startDoors>[0]>

let doors: Awaited<ReturnType<typeof startDoors>> | undefined
afterEach(async () => {
  await doors?.stop()
  doors = undefined
})

async function open(options: Options = {}) {
  doors = await startDoors(options)
  return doors
}

const html = { 'content-type': 'text/html; charset=utf-8' }

describe('every answer', () => {
  test.each<[string, number, Record<string, string>]>([
    ['/', 200, {}],
    ['/healthz', 200, {}],
    ['/assets/root-1.js', 200, {}],
    ['/', 421, { host: 'evil.example' }],
    ['/crash', 500, {}],
  ])('at %s with %i carries the protecting headers', async (path, status, headers) => {
    const { ask } = await open({
      page: (request) => {
        if (request.url.endsWith('/crash')) throw new Error('a bug')
        return new Response('<p>in</p>', { headers: html })
      },
    })
    const answer = await ask({ path, headers })
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
    })
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(answer.headers['x-powered-by']).toBeUndefined()
    expect(answer.headers['strict-transport-security']).toBeUndefined()
  })

  test('promises https only where the address is https and the city asked for it', async () => {
    const { ask } = await open({ env: { PUBLIC_ORIGIN: 'https://kaizen.example.lg.jp', HSTS: '1' } })
    const answer = await ask({ headers: { host: 'kaizen.example.lg.jp' } })
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  })
})

describe('compression', () => {
  const long = '<p>改善</p>'.repeat(1000)

  test.each([
    ['gzip, deflate, br', 'br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
    ['', undefined, (body: Buffer) => body],
  ])('for “%s” is %s', async (accepted, encoding, decode) => {
    const { ask } = await open({ page: () => new Response(long, { headers: html }) })
    const answer = await ask({ headers: { 'accept-encoding': accepted } })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['content-length']).toBe(String(answer.body.length))
    expect(answer.headers.vary).toContain('Accept-Encoding')
    expect(decode(answer.body).toString()).toBe(long)
  })

  test('keeps every cookie of the page', async () => {
    const { ask } = await open({
      page: () => {
        const headers = new Headers(html)
        headers.append('set-cookie', 'a=1')
        headers.append('set-cookie', 'b=2')
        return new Response(long, { headers })
      },
    })
    expect((await ask({ headers: { 'accept-encoding': 'br' } })).headers['set-cookie']).toEqual([
      'a=1',
      'b=2',
    ])
  })
})

test('an asset is served as it was compressed at the build, and only from the closed set', async () => {
  const { ask } = await open({ page: () => new Response(null, { status: 404 }) })
  const compressed = await ask({ path: '/assets/root-1.js', headers: { 'accept-encoding': 'br' } })
  expect([compressed.headers['content-encoding'], compressed.body.toString()]).toEqual(['br', 'brotli'])
  expect((await ask({ path: '/assets/root-1.js' })).body.toString()).toBe('plain()')
  expect((await ask({ path: '/robots.txt' })).body.toString()).toContain('Disallow')
  for (const path of ['/assets/root-1.js.br', '/assets/../../package.json', '/assets/%2e%2e/x', '/assets/']) {
    expect([path, (await ask({ path })).status]).toEqual([path, 404])
  }
})

test('a bug shows its number and nothing else, and the log knows it by that number', async () => {
  const { ask, logged } = await open({
    page: () => {
      throw new Error('secret of the house')
    },
  })
  const answer = await ask()
  const { requestId, error } = logged.find((line) => 'error' in line) ?? {}
  expect(answer.body.toString()).toContain(String(requestId))
  expect(answer.body.toString()).not.toContain('secret')
  expect(error).toContain('secret of the house')
})

test('the log names the kind of address, never what a person typed', async () => {
  const { ask, logged } = await open()
  await ask({ path: '/proposals/128/edit?q=%E6%89%80%E6%B2%A2' })
  await ask({ path: '/%E6%89%80%E6%B2%A2/Hanako/aa7f3c' })
  expect(logged.map((line) => line['route'])).toEqual(['/proposals/:/edit', '/:/:/:'])
})

test('/readyz says why on the machine itself, and before the host door', async () => {
  const { ask } = await open({
    readiness: { failures: ['the database does not answer'], warnings: [], scanner: 'off' },
  })
  const answer = await ask({ path: '/readyz', headers: { host: 'balancer.internal' } })
  expect(answer.status).toBe(503)
  expect(JSON.parse(answer.body.toString())).toEqual({
    status: 'unavailable',
    failures: ['the database does not answer'],
    warnings: [],
    scanner: 'off',
  })
})

test('/readyz is degraded, but still 200, when something needs a look', async () => {
  const { ask } = await open({
    readiness: { failures: [], warnings: ['no good backup for 26 hours'], scanner: 'answers' },
  })
  const answer = await ask({ path: '/readyz' })
  expect([answer.status, JSON.parse(answer.body.toString()).status]).toEqual([200, 'degraded'])
})

describe('the limit for strangers', () => {
  const env = { TRUSTED_PROXIES: '127.0.0.1' }
  const from = (address: string) => ({ 'x-forwarded-for': address })

  test('ends at 300 requests a minute of one address, with the time to wait; others go on', async () => {
    const { ask } = await open({ env })
    for (let n = 0; n < 300; n++) expect((await ask({ headers: from('10.1.1.1') })).status).toBe(200)
    const refused = await ask({ headers: from('10.1.1.1') })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask({ headers: from('10.1.1.2') })).status).toBe(200)
    const cookie = `sid=${'a'.repeat(40)}`
    expect((await ask({ headers: { ...from('10.1.1.1'), cookie } })).status).toBe(200)
  })

  test.each([
    [
      'what the nearest proxy saw, not what the visitor wrote before it',
      env,
      '1.1.1.1, 10.1.1.1',
      '10.1.1.1',
    ],
    [
      'what stands before a chain of our proxies',
      { TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8' },
      '192.0.2.7, 10.1.1.1',
      '192.0.2.7',
    ],
    ['the peer, when no proxy is declared', {}, '10.1.1.1', '127.0.0.1'],
    ['the proxy, when it says nonsense', env, 'unknown', '127.0.0.1'],
  ])('counts %s', async (_name, environment, forwardedFor, expected) => {
    const seen: string[] = []
    const { ask } = await open({
      env: environment,
      page: (_request, { clientAddress }) => {
        seen.push(clientAddress)
        return new Response('')
      },
    })
    await ask({ headers: from(forwardedFor) })
    expect(seen).toEqual([expected])
  })
})
