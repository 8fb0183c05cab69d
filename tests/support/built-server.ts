import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../build/server/index.js', import.meta.url))

export type Surroundings = Readonly<Record<string, string>>

/** The production build as a process of its own. */
export interface BuiltServer {
  readonly origin: string
  readonly pid: number
  /** From the start of the process until it said that it is ready. */
  readonly readyAfterMs: number
  /** Ends it as an operator does, or, with SIGKILL, as a power cut does. Returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts it on a port of its own, or on the given one. Throws with what it wrote when it does not become ready. */
export async function startBuilt(surroundings: Surroundings, port?: number): Promise<BuiltServer> {
  const chosen = port ?? (await freePort())
  const started = performance.now()
  const server = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(chosen), ...surroundings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let written = ''
  server.stderr.on('data', (chunk: Buffer) => (written = `${written}${chunk.toString()}`.slice(-4_000)))
  const ended = new Promise<number | null>((resolve) => server.once('exit', (code) => resolve(code)))
  const origin = `http://127.0.0.1:${chosen}`
  await becomingReady(server, origin, () => written)
  return {
    origin,
    pid: server.pid ?? 0,
    readyAfterMs: performance.now() - started,
    async stop(signal = 'SIGINT') {
      server.kill(signal)
      return ended
    },
  }
}

/** One of its commands, to the end. Throws with what it wrote when it fails. */
export async function runBuilt(args: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...surroundings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [command.stdout, command.stderr]) {
    stream.on('data', (chunk: Buffer) => (written += chunk.toString()))
  }
  const code = await new Promise((resolve) => command.once('exit', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}:\n${written}`)
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function becomingReady(server: ChildProcess, origin: string, written: () => string): Promise<void> {
  for (let attempt = 0; attempt < 6_000; attempt += 1) {
    if (server.exitCode !== null || server.signalCode !== null) break
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (answer?.status === 200) return
    await pause(10)
  }
  server.kill('SIGKILL')
  throw new Error(`The built server did not become ready:\n${written()}`)
}
