import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PageAsked } from './pages'
import { type Meter, meterOf } from './process-cost'
import type { Served } from './served'

/** The processes that do nothing but send, and nothing but render. */
export interface Floors {
  readonly origin: string
  readonly sender: Meter
  /** CPU milliseconds for one render of the page from memory. */
  render(page: PageAsked): Promise<number>
  stop(): void
}

const program = fileURLToPath(new URL('./floor.js', import.meta.url))

/** Records what the pages of a town answer and what their loaders return. */
export async function layFloors({ server, cookies, pages }: Served, times: number): Promise<Floors> {
  const sender = startFloor()
  const renderer = startFloor()
  const answers = await Promise.all(
    pages.map(async ({ path, as }) => {
      const answer = await fetch(server.origin + path, {
        headers: { cookie: cookies[as], 'accept-encoding': 'identity' },
      })
      return [
        path,
        {
          headers: { 'content-type': 'text/html' },
          body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
        },
      ]
    }),
  )
  const { port } = await ask<{ port: number }>(sender, {
    kind: 'bytes',
    answers: Object.fromEntries(answers),
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    sender: meterOf(sender.pid ?? 0),
    async render(page) {
      const headers = { cookie: cookies[page.as] }
      const html = await (await fetch(server.origin + page.path, { headers })).text()
      const encoded = await (await fetch(server.origin + dataPath(page.path), { headers })).text()
      const rendered = await ask<{ cpuMs: number; bytes: number }>(renderer, {
        kind: 'render',
        path: page.path,
        encoded,
        times,
      })
      insistOnSamePage(page, Buffer.byteLength(html), rendered.bytes)
      return rendered.cpuMs
    },
    stop() {
      sender.kill()
      renderer.kill()
    },
  }
}

function startFloor(): ChildProcess {
  return fork(program, { env: { ...process.env, NODE_ENV: 'production' }, execArgv: [] })
}

function ask<T>(floor: ChildProcess, question: object): Promise<T> {
  return new Promise((resolve, reject) => {
    floor.once('message', (answer) => resolve(answer as T))
    floor.once('exit', (code) => reject(new Error(`The floor ended with ${String(code)}`)))
    floor.send(question)
  })
}

/** Where Remix's browser asks for the data of a page. */
function dataPath(path: string): string {
  const [pathname = '/', query] = path.split('?')
  return `${pathname === '/' ? '/_root' : pathname}.data${query === undefined ? '' : `?${query}`}`
}

function insistOnSamePage({ name }: PageAsked, served: number, rendered: number): void {
  if (Math.abs(served - rendered) > served * 0.02) {
    throw new Error(`The floor of ${name} renders another page: ${rendered} bytes instead of ${served}`)
  }
}
