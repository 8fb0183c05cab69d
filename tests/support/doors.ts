import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppLoadContext } from '@remix-run/node'
import { createApp } from '#app/server/app'
import { type Environment, parseConfig } from '#app/server/config'
import type { Readiness } from '#app/server/health'
import { createHttpServer } from '#app/server/http'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Ask {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Sends the body without saying how long it is. */
  readonly chunked?: boolean
}

/** The doors on a real socket, in front of pages of the test's own. */
export async function startDoors({
  env = {},
  page = () => new Response('<p>in</p>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  readiness = { failures: [], warnings: [], scanner: 'off' },
}: {
  env?: Environment
  page?: (request: Request, context: AppLoadContext) => Response | Promise<Response>
  readiness?: Readiness
} = {}) {
  const client = mkdtempSync(join(tmpdir(), 'client-'))
  mkdirSync(join(client, 'assets'))
  writeFileSync(join(client, 'assets', 'root-1.js'), 'plain()')
  writeFileSync(join(client, 'assets', 'root-1.js.br'), 'brotli')
  writeFileSync(join(client, 'robots.txt'), 'User-agent: *\nDisallow: /\n')

  const logged: Record<string, unknown>[] = []
  const note = (line: Record<string, unknown>) => void logged.push(line)
  const config = parseConfig(env)
  const app = createApp({
    config,
    client,
    log: { info: note, error: note },
    readiness: async () => readiness,
    isStopping: () => false,
    remix: async (request, context) => page(request, context),
  })
  const server = createHttpServer(app, config)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    port,
    logged,
    ask: (asked: Ask = {}) => ask(port, asked),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(client, { recursive: true })
    },
  }
}

/** One request on a connection of its own, with exactly the headers given. */
export function ask(
  port: number,
  { method = 'GET', path = '/', headers = {}, body, chunked }: Ask,
): Promise<Answer> {
  const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const sent = request({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: { ...length, ...headers },
      agent: false,
    })
    sent.on('error', reject)
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => void chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
      response.on('error', reject)
    })
    if (chunked) sent.flushHeaders()
    sent.end(body)
  })
}
