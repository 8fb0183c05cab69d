import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markOf, readers, type Secret } from '#tests/access/objects.server'
import type { Signed } from '#tests/access/parts.server'
import { type BuiltServer, startBuiltServer } from '#tests/support/server'

/*
 * Remix would answer a route by four ways: as a document, as data with its parents, as data of this route alone, and by the
 * query of its first version. What is shut is shut on each of them; but for the document they are shut to everybody.
 */

let server: BuiltServer

beforeAll(async () => {
  server = await startBuiltServer()
}, 60_000)
afterAll(() => server.stop())

const data: Readonly<Record<string, (path: string, route: string) => string>> = {
  data: (path) => `${path}.data`,
  'data of this route': (path, route) => `${path}.data?_routes=routes/${route}`,
  'data of the old way': (path, route) => `${path}?_data=routes/${route}`,
}

/** Who is refused where; the address gets the key of what the objects hold. */
const shut: readonly [path: string, route: string, as: Signed, status: number][] = [
  ['/proposals/:draft', 'proposals/proposal', 'secretariat', 404],
  ['/proposals/:considering', 'proposals/proposal', 'employee', 404],
  ['/proposals/:considering/print', 'proposals/print', 'formerHead', 404],
  ['/proposals/:submitted/acceptance', 'proposals/acceptance', 'author', 403],
  ['/proposals/:inMeeting/hold', 'proposals/hold', 'recused', 403],
  ['/considerations/:record', 'considerations/consideration', 'otherHead', 404],
  ['/practices/:practiceReported', 'practices/practice', 'employee', 404],
  ['/proposals/ledger', 'proposals/ledger', 'administrator', 403],
  ['/proposals/ledger/csv', 'proposals/ledger-csv', 'administrator', 403],
  ['/committee', 'committee/triage', 'head', 403],
  ['/notices', 'notices/notices', 'chair', 403],
]

describe('as a document', () => {
  it.each(shut)('%s (%s) is shut to %s', async (path, _route, as, status) => {
    const answer = await server.ask({ as, path: keyed(path) })
    expect(answer.status).toBe(status)
    expect(secretsIn(answer.body, as)).toEqual([])
  })

  it.each(shut)('%s (%s) sends a stranger to sign in', async (path) => {
    const answer = await server.ask({ path: keyed(path) })
    expect(answer.headers['location']).toContain('/sign-in?to=')
    expect(secretsIn(answer.body)).toEqual([])
  })

  it('a verb of another person’s part changes nothing', async () => {
    const before = server.rows('select count(*) from "events"')
    const path = keyed('/proposals/:considering/withdrawal')
    for (const as of ['coAuthor', 'employee', 'stranger'] as const) {
      const { body } = await server.ask({ as, path, form: { reason: '' } })
      expect(secretsIn(body, as === 'coAuthor' ? as : undefined)).toEqual([])
    }
    expect(server.rows('select count(*) from "events"')).toEqual(before)
  })
})

describe.each(Object.entries(data))('as %s', (_, addressOf) => {
  it.each(shut)('nobody is told %s (%s)', async (path, route, as) => {
    for (const who of [as, 'head', 'secretariat'] as const) {
      const answer = await server.ask({ as: who, path: addressOf(keyed(path), route) })
      expect(answer.status).toBe(404)
      expect(secretsIn(answer.body)).toEqual([])
    }
  })

  it('no verb is taken', async () => {
    const before = server.rows('select count(*) from "events"')
    const path = addressOf(keyed('/proposals/:considering/withdrawal'), 'proposals/withdrawal')
    const { status } = await server.ask({ as: 'author', path, form: { reason: '合わなくなったため' } })
    expect(status).toBe(404)
    expect(server.rows('select count(*) from "events"')).toEqual(before)
  })
})

it('what was shut opens to those who may come in', async () => {
  const { status, body } = await server.ask({ as: 'head', path: keyed('/proposals/:considering') })
  expect(status).toBe(200)
  expect(body.toString('utf8')).toContain(markOf('considering'))
})

it('a verb answers as its page does', async () => {
  const path = keyed('/proposals/:considering/withdrawal')
  const { status } = await server.ask({ as: 'coAuthor', path, form: { reason: '' } })
  expect(status).toBe(403)
  const hidden = await server.ask({ as: 'employee', path, form: { reason: '' } })
  expect(hidden.status).toBe(404)
})

it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('%s is no method of ours', async (method) => {
  const answer = await server.ask({ as: 'author', method, path: keyed('/proposals/:draft') })
  expect(answer.status).toBe(405)
})

it('a page without a verb takes no POST', async () => {
  const answer = await server.ask({ as: 'author', path: keyed('/proposals/:draft'), form: {} })
  expect(answer.status).toBe(405)
})

function keyed(path: string): string {
  const { ids, record } = server.objects
  return path.replace(/:(\w+)/, (_, name: string) => String({ ...ids, record }[name as keyof typeof ids]))
}

/** Everything that this person may not read, found in the answer; a stranger may read nothing. */
function secretsIn(body: Buffer, as?: Signed): string[] {
  const text = body.toString('utf8')
  return (Object.keys(readers) as Secret[]).filter((secret) => {
    const mayRead: readonly Signed[] = readers[secret]
    return text.includes(markOf(secret)) && !(as && mayRead.includes(as))
  })
}
