import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startSession } from '#app/domain/accounts/sessions.server'
import { instantOf } from '#app/domain/calendar'
import { createSeal, openSeal } from '#app/server/seal'
import { openDatabase } from '#db/connect.server'
import { migrateToLatest } from '#db/migrate.server'
import { openReader } from '#db/sqlite-connection.server'
import { makeObjects, type Objects } from '#tests/access/objects.server'
import { type Part, tokenOf } from '#tests/access/parts.server'
import { type Answer, type Ask, ask } from '#tests/support/doors'
import { type TestWorld, worldOn } from '#tests/support/world.server'

export interface Asking extends Ask {
  readonly as?: Part
  /** Sends a form, as a page of ours would. */
  readonly form?: Readonly<Record<string, string>>
}

export interface BuiltServer {
  readonly origin: string
  readonly objects: Objects
  ask(asking: Asking): Promise<Answer>
  /** The rows as they are in the file at this moment. */
  rows(query: string, ...bound: unknown[]): unknown[]
  stop(): Promise<void>
}

/** Of a session of the author that is over, but still recognised. */
export const endedToken = 'e'.repeat(40)

const entry = 'build/server/index.js'
const yesterday = '2026-05-31T22:00:00+09:00'
const morning = '2026-06-01T09:00:00+09:00'
export const slightlyLater = '2026-06-01T09:01:00+09:00'

/** The server as it is built, on a free port, with the small town and one object in every stage. */
export async function startBuiltServer(): Promise<BuiltServer> {
  if (!existsSync(entry)) throw new Error('There is no build to test: npm run build')
  const dataDir = mkdtempSync(join(tmpdir(), 'kaizen-'))
  const file = join(dataDir, 'kaizen.db')
  const objects = await fillSmallTown(dataDir)

  const server = spawn(process.execPath, [entry], {
    env: { ...environment, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const port = await portIn(createInterface(server.stdout))
  server.stdout.resume() // a log that nobody reads would stop the server
  const origin = `http://127.0.0.1:${port}`
  const reader = openReader(file)

  return {
    origin,
    objects,
    ask: ({ as = 'stranger', form, headers = {}, ...asked }) =>
      ask(port, {
        ...asked,
        ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
        headers: {
          ...(as !== 'stranger' && { cookie: `sid=${tokenOf(as)}` }),
          ...(form && { origin, 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
      }),
    rows: (query, ...bound) => reader.prepare(query).all(...bound),
    async stop() {
      reader.close()
      server.kill('SIGINT')
      await ended
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** The clock is free only in the sample town. */
const environment: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'] ?? '',
  NODE_ENV: 'production',
  PORT: '0',
  SAMPLE: '1',
  CLOCK: slightlyLater,
  PER_MINUTE: '1000',
}

/** `issuer` is the identity provider by which 田中 is 「tanaka@town」. */
export async function fillSmallTown(dataDir: string, issuer?: string): Promise<Objects> {
  return fill(dataDir, async (world) => {
    const objects = await makeObjects(world, join(dataDir, 'files'), issuer)
    await startSession(world.writer, {
      ...{ token: endedToken, personId: objects.players.author },
      ...{ createdAt: instantOf(new Date(yesterday)), expiresAt: instantOf(new Date(morning)) },
    })
    return objects
  })
}

/** What a server needs to find in its DATA_DIR, with a town in which it is morning. */
export async function fill<Made>(
  dataDir: string,
  make: (world: TestWorld) => Promise<Made>,
  instant = morning,
): Promise<Made> {
  createSeal(dataDir)
  const connections = openDatabase(`sqlite:${join(dataDir, 'kaizen.db')}`)
  await migrateToLatest(connections.writer)
  const made = await make(worldOn(connections, { instant, seal: openSeal(dataDir) }))
  await connections.close()
  return made
}

/** From the log, which says where the server listens. */
async function portIn(lines: AsyncIterable<string>): Promise<number> {
  for await (const line of lines) {
    const { port } = JSON.parse(line) as { port?: number }
    if (port !== undefined) return port
  }
  throw new Error('The server ended before it listened')
}
