import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { createRequestHandler } from '@remix-run/node'

/*
 * What the same page costs when nothing has to be found out: a process of its own that the bench asks by messages. `bytes`
 * is Node's bare HTTP server sending the page from memory. `render` is the page's own components, rendered by the product's
 * entry.server from data in memory; no HTTP, no doors, no routing, no loaders, no database, no compression.
 */

/** @typedef {{ kind: 'bytes', answers: Record<string, { headers: Record<string, string>, body: string }> }} Bytes */
/** @typedef {{ kind: 'render', path: string, encoded: string, times: number }} Render */

process.on('message', async (/** @type {Bytes | Render} */ asked) => {
  process.send?.(await (asked.kind === 'bytes' ? sendBytes(asked) : render(asked)))
})

/** @param {Bytes} asked */
async function sendBytes({ answers }) {
  const bodies = new Map(
    Object.entries(answers).map(([path, { headers, body }]) => [
      path,
      { headers, body: Buffer.from(body, 'base64') },
    ]),
  )
  const server = createServer((request, response) => {
    const answer = bodies.get(request.url ?? '')
    if (!answer) return response.writeHead(404).end()
    return response.writeHead(200, answer.headers).end(answer.body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  return { port: typeof address === 'object' ? address?.port : 0 }
}

/** @param {Render} asked */
async function render({ path, encoded, times }) {
  const build = await buildReturning(encoded)
  const once = await rendererOf(build, path)
  for (let warm = 0; warm < times; warm += 1) await once()
  const before = process.cpuUsage()
  let html = ''
  for (let time = 0; time < times; time += 1) html = await once()
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1_000 / times, bytes: Buffer.byteLength(html) }
}

/**
 * Remix matches the address and runs the loaders once; what it hands to the product's own entry.server is kept, and only
 * that is done again and again.
 *
 * @param {any} build
 * @param {string} path
 */
async function rendererOf(build, path) {
  const answerDocument = build.entry.module.default
  /** @type {any[]} */
  let handed = []
  /** @type {(...given: any[]) => Response} */
  const keep = (...given) => {
    handed = given
    return answerDocument(...given)
  }
  const entry = { ...build.entry, module: { ...build.entry.module, default: keep } }
  const handler = createRequestHandler({ ...build, entry }, 'production')
  const context = { requestId: '-', clientAddress: '127.0.0.1' }
  await (await handler(new Request(`http://127.0.0.1${path}`), context)).text()
  return async () => {
    const [request, status, , remix, loadContext] = handed
    return answerDocument(request, status, new Headers(), remix, loadContext).text()
  }
}

/** @param {string} encoded the answer to the page's data request */
async function buildReturning(encoded) {
  const folder = new URL('../../build/server/', import.meta.url)
  const file = readdirSync(folder).find((name) => /^server-build-.*\.js$/.test(name)) ?? ''
  const build = await import(new URL(file, folder).href)
  const found = await decoded(encoded)
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, ...rest } = route.module
    return [id, { ...route, module: loader ? { ...rest, loader: () => found[id]?.data ?? null } : rest }]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

/** @param {string} encoded */
async function decoded(encoded) {
  // Remix's own way of writing the data; a package of Remix's, not of ours.
  const { decode } = createRequire(import.meta.resolve('@remix-run/node'))('turbo-stream')
  const { value, done } = await decode(new Blob([encoded]).stream())
  await done
  return value
}
