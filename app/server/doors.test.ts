import { createConnection } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDoors } from '#tests/support/doors'

type Doors = Awaited<ReturnType<typeof startDoors>>

const form = { 'content-type': 'application/x-www-form-urlencoded' }

let here: Doors
let town: Doors
const reached: Request[] = []

beforeAll(async () => {
  const page = async (request: Request) => {
    reached.push(request)
    return new Response(`<p>${(await request.text()).length}</p>`, {
      headers: { 'content-type': 'text/html' },
    })
  }
  here = await startDoors({ page })
  town = await startDoors({ page, env: { PUBLIC_ORIGIN: 'https://kaizen.example.lg.jp', HSTS: '1' } })
})
afterAll(async () => {
  await here.stop()
  await town.stop()
})

describe('the host door', () => {
  test.each([
    ['127.0.0.1:3000', 200],
    ['localhost', 200],
    ['[::1]:3000', 200],
    ['192.168.1.20:8080', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost.evil.example:3000', 421],
    ['[::zz', 400],
    ['a b', 400],
    ['localhost:port', 400],
    ['user@localhost', 400],
    ['localhost/path', 400],
  ])('without a configured address lets Host “%s” through with %i', async (host, status) => {
    expect((await here.ask({ headers: { host } })).status).toBe(status)
  })

  test.each([
    ['kaizen.example.lg.jp', 200],
    ['KAIZEN.example.lg.jp', 200],
    ['kaizen.example.lg.jp:8443', 421],
    ['www.kaizen.example.lg.jp', 421],
    ['localhost', 421],
    ['127.0.0.1', 421],
  ])('of a town lets Host “%s” through with %i', async (host, status) => {
    expect((await town.ask({ headers: { host } })).status).toBe(status)
  })

  test('takes no address in place of a path', async () => {
    expect((await here.ask({ path: 'http://evil.example/', headers: { host: 'localhost' } })).status).toBe(
      400,
    )
  })
})

describe('the method door', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('refuses %s', async (method) => {
    const answer = await here.ask({ method })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD, POST')
  })

  test('answers HEAD like GET, without the body', async () => {
    const answer = await here.ask({ method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.body).toHaveLength(0)
  })
})

describe('the origin door', () => {
  const host = 'localhost:3000'
  const ours = 'http://localhost:3000'

  test.each<[string, Record<string, string>, number]>([
    ['our origin', { origin: ours }, 200],
    ['our origin behind a proxy that speaks TLS', { origin: 'https://localhost:3000' }, 200],
    ['a browser that says same-origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['both', { origin: ours, 'sec-fetch-site': 'same-origin' }, 200],
    ['neither', {}, 403],
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['the origin null', { origin: 'null' }, 403],
    ['a malformed origin', { origin: '::::' }, 403],
    ['an empty origin', { origin: '' }, 403],
    ['another port of our host', { origin: 'http://localhost:3001' }, 403],
    ['a host that begins like ours', { origin: 'http://localhost:3000.evil.example' }, 403],
    ['a sibling that says our origin', { origin: ours, 'sec-fetch-site': 'same-site' }, 403],
    [
      'a foreign origin that claims same-origin',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      403,
    ],
    [
      'a foreign page that forged X-Forwarded-Host',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      403,
    ],
  ])('with %s', async (_name, headers, status) => {
    for (const path of ['/', '/proposals/1', '/sign-out']) {
      const answer = await here.ask({
        method: 'POST',
        path,
        headers: { host, ...form, ...headers },
        body: 'a=1',
      })
      expect([path, answer.status]).toEqual([path, status])
    }
  })

  test.each([
    ['https://kaizen.example.lg.jp', 200],
    ['http://kaizen.example.lg.jp', 403],
    ['https://www.kaizen.example.lg.jp', 403],
  ])('of a town takes %s with %i', async (origin, status) => {
    const headers = { host: 'kaizen.example.lg.jp', origin, ...form }
    expect((await town.ask({ method: 'POST', headers, body: '' })).status).toBe(status)
  })
})

describe('the door for documents', () => {
  test.each(['/proposals/1.data', '/_root.data', '/sign-in.data/', '/?_data=root', '/__manifest'])(
    'is shut to %s',
    async (path) => {
      const before = reached.length
      expect((await here.ask({ path })).status).toBe(404)
      expect(reached).toHaveLength(before)
    },
  )
})

describe('the body door', () => {
  const headers = { ...form, 'sec-fetch-site': 'same-origin' }
  const post = (path: string, bytes: number) =>
    here.ask({ method: 'POST', path, headers, body: 'a='.padEnd(bytes, 'x') })

  test.each([
    ['/proposals/new', 256 * 1024, 200],
    ['/proposals/new', 256 * 1024 + 1, 413],
    ['/sign-in', 8 * 1024, 200],
    ['/sign-in', 8 * 1024 + 1, 413],
    ['/account/password', 8 * 1024 + 1, 413],
    ['/practices/7/attachments', 11 * 1024 * 1024, 200],
    ['/proposals/7/attachments', 11 * 1024 * 1024, 200],
    ['/memos', 11 * 1024 * 1024, 200],
    ['/memos/7/edit', 11 * 1024 * 1024, 200],
    ['/memos/7/edit', 52 * 1024 * 1024 + 1, 413],
    ['/memos/7/sharing', 256 * 1024 + 1, 413],
  ])('at %s answers %i bytes with %i', async (path, bytes, status) => {
    expect((await post(path, bytes)).status).toBe(status)
  })

  test('asks for the length of a body that comes in pieces', async () => {
    const answer = await here.ask({ method: 'POST', headers, body: 'a=1', chunked: true })
    expect(answer.status).toBe(411)
    expect(answer.headers.connection).toBe('close')
  })

  test('answers at once when half a gigabyte is announced, and reads none of it', async () => {
    const before = reached.length
    const refusal = await new Promise<string>((resolve, reject) => {
      const socket = createConnection(here.port, '127.0.0.1')
      socket.once('data', (bytes) => {
        resolve(bytes.toString())
        socket.destroy()
      })
      socket.once('error', reject)
      socket.write(
        `POST / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: ${form['content-type']}\r\nContent-Length: 524288000\r\n\r\na=`,
      )
    })
    expect(refusal).toMatch(/^HTTP\/1\.1 413 /)
    expect(reached).toHaveLength(before)
  })

  test.each(['application/json', 'text/plain', ''])('refuses the content type “%s”', async (type) => {
    const answer = await here.ask({
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body: '{}',
    })
    expect(answer.status).toBe(415)
  })
})

describe('a request that is no HTTP', () => {
  const forms = `Host: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: ${form['content-type']}\r\n`

  test.each([
    [
      'has a length and pieces at once',
      `POST / HTTP/1.1\r\n${forms}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['has two lengths', `POST / HTTP/1.1\r\n${forms}Content-Length: 3\r\nContent-Length: 4\r\n\r\na=12`],
    ['folds a header', `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: 1\r\n 2\r\n: x\r\n\r\n`],
    ['has a NUL in a header', `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: \0\r\n\r\n`],
    ['has no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['has a header of 20 kB', `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`],
  ])('is refused when it %s', async (_name, bytes) => {
    const status = await new Promise<string>((resolve, reject) => {
      const socket = createConnection(here.port, '127.0.0.1')
      socket.once('data', (answer) => {
        resolve(answer.toString().slice(9, 11))
        socket.destroy()
      })
      socket.once('error', reject)
      socket.write(bytes)
    })
    expect(status).toBe(bytes.includes('aaaa') ? '43' : '40')
  })
})

test('no header that only a proxy or the framework may set reaches a page', async () => {
  const headers = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '10.0.0.1',
    forwarded: 'for=10.0.0.1',
    'x-real-ip': '10.0.0.1',
    'x-remix-response': 'yes',
    'x-react-router-prerender-data': '[]',
    'x-requested-with': 'kept',
  }
  await here.ask({ path: '/strip', headers })
  const seen = reached.at(-1)?.headers
  const names = Object.keys(headers).filter((name) => seen?.has(name))
  expect(names).toEqual(['x-requested-with'])
})
