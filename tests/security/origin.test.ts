import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltServer, startBuiltServer } from '#tests/support/server'

/* What changes something comes from a page of ours, whichever of Remix's ways it takes. */

let server: BuiltServer

beforeAll(async () => {
  server = await startBuiltServer()
}, 60_000)
afterAll(() => server.stop())

const form = { title: '他所からの下書き', nameDisclosure: 'disclosed', willingness: 'together', keep: 'on' }

const addresses = [
  '/proposals/new',
  '/proposals/new?_data=routes/proposals/new',
  '/proposals/draft', // a resource route
  '/sign-out',
]

const foreign: readonly [name: string, headers: Readonly<Record<string, string>>][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
  ['no address at all', { origin: '::::' }],
  ['nobody', { origin: '' }],
  ['another port', { origin: 'http://127.0.0.1:1' }],
  ['a name that begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
  [
    'another site that names itself as the proxy’s host',
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ],
  ['a page whose browser says cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['a page whose browser says same-site', { 'sec-fetch-site': 'same-site' }],
]

describe.each(addresses)('%s', (path) => {
  it.each(foreign)('refuses %s', async (_, headers) => {
    const before = server.rows('select count(*) from "proposals"')
    const answer = await server.ask({ as: 'author', path, form, headers })
    expect(answer.status).toBe(403)
    expect(server.rows('select count(*) from "proposals"')).toEqual(before)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

it('takes the same form from a page of ours', async () => {
  const answer = await server.ask({ as: 'author', path: '/proposals/new', form })
  expect(answer.status).toBe(302)
  expect(server.rows('select count(*) as "count" from "proposals" where "title" = ?', form.title)).toEqual([
    { count: 1 },
  ])
})
