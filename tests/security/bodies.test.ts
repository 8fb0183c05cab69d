import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BuiltServer, startBuiltServer } from '#tests/support/server'

/* Bodies that no form of ours sends. */

let server: BuiltServer

beforeAll(async () => {
  server = await startBuiltServer()
}, 60_000)
afterAll(() => server.stop())

const path = '/proposals/new'

async function post(body: string, more: { type?: string; chunked?: boolean } = {}) {
  const { type = 'application/x-www-form-urlencoded', chunked = false } = more
  return server.ask({
    ...{ as: 'author', method: 'POST', path, body, chunked },
    headers: { origin: server.origin, 'content-type': type },
  })
}

const malformed: readonly [what: string, body: () => string, status: number][] = [
  ['more than 256 kB', () => `title=${'a'.repeat(300_000)}`, 413],
  ['more than 200 fields', () => Array.from({ length: 201 }, (_, place) => `f${place}=1`).join('&'), 400],
  ['a name that no field has', () => 'a-b=1', 400],
  ['a name that would reach a prototype', () => '__proto__.isAdmin=1', 400],
  ['an index that would allocate a huge array', () => 'projectIds[999999999]=1', 400],
  ['a value of more than 20,000 characters', () => `title=${'a'.repeat(20_001)}`, 400],
]

it.each(malformed)('refuses %s', async (_, body, status) => {
  expect((await post(body())).status).toBe(status)
})

it('refuses what does not say how long it is', async () => {
  expect((await post('title=a', { chunked: true })).status).toBe(411)
})

it('refuses what is no form', async () => {
  expect((await post('{"title":"a"}', { type: 'application/json' })).status).toBe(415)
  expect((await post('title=a', { type: 'text/plain' })).status).toBe(415)
})

it('takes a file that is too large as far as it says so by a sentence, and keeps nothing of it', async () => {
  const boundary = 'b'
  const fields = ['place', 'description'].map(
    (name) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\ndocument\r\n`,
  )
  const file = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${'a'.repeat(11_000_000)}\r\n--b--\r\n`
  const answer = await server.ask({
    ...{ as: 'author', method: 'POST', path: `/proposals/${server.objects.ids.draft}/attachments` },
    body: fields.join('') + file,
    headers: { origin: server.origin, 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  expect(answer.status).toBe(422)
  expect(answer.body.toString()).toContain('10MBまで')
  expect(server.rows(`select id from attachments where "fileName" = 'a.txt'`)).toEqual([])
})

it('takes a long but honest form, and is still there after all that', async () => {
  const body = new URLSearchParams({
    ...{ title: '長い下書き', nameDisclosure: 'disclosed', willingness: 'together', keep: 'on' },
    proposal: 'あ'.repeat(1_900),
  })
  expect((await post(body.toString())).status).toBe(302)
})
