import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { castParts, type Players, signAllIn } from '#tests/access/parts.server'
import type { Objects } from '#tests/access/objects.server'
import { type HostileTown, makeHostileTown } from '#tests/e2e/hostile/town'
import { seatEverybody } from '#tests/e2e/support/desks'
import { type BuiltServer, freePort, startBuilt, type Surroundings } from '#tests/support/built-server'
import { deadProvider } from '#tests/support/dead-provider'
import { clientId, clientSecret } from '#tests/support/identity-provider'
import { fill, fillSmallTown, slightlyLater } from '#tests/support/server'
import { smallTown, type SmallTown } from '#tests/support/town.server'

/** Where sample-town.setup.ts leaves the loaded town, to be copied and never to be written into. */
export const sampleTown = fileURLToPath(new URL('../../../.cache/e2e-sample-town', import.meta.url))

/** In the year of the sample town, on a day that its data calls today. */
const sampleMorning = '2026-11-24T09:00:00+09:00'

interface Running {
  readonly origin: string
  stop(): Promise<void>
}

/** The small town with one object in every stage. */
export interface SmallServer extends Running {
  readonly objects: Objects
}

/** The same people on the day before anybody has done anything. */
export interface EmptyServer extends Running {
  readonly town: SmallTown
  readonly players: Players
}

export interface SampleServer extends Running {
  readonly dataDir: string
}

export type HostileServer = Running & HostileTown

export function startSmall(): Promise<SmallServer> {
  return startSmallWith(deadProvider.issuer.href)
}

/** With single sign-on by a provider that the test has started. 田中 is linked as 「tanaka@town」. */
export async function startSmallWith(issuer: string): Promise<SmallServer> {
  const dataDir = newDataDir()
  const objects = await fillSmallTown(dataDir, issuer)
  return { objects, ...(await serveWithProvider(dataDir, issuer)) }
}

export async function startEmpty(): Promise<EmptyServer> {
  const dataDir = newDataDir()
  const made = await fill(dataDir, async (world) => {
    const town = await smallTown(world)
    const players = await castParts(world, town)
    await signAllIn(world, players)
    return { town, players }
  })
  return { ...made, ...(await serveWithProvider(dataDir, deadProvider.issuer.href)) }
}

export async function startHostile(): Promise<HostileServer> {
  const dataDir = newDataDir()
  const made = await fill(dataDir, makeHostileTown)
  return { ...made, ...(await serve(dataDir, slightlyLater)) }
}

export async function startSample(surroundings: Surroundings = {}): Promise<SampleServer> {
  const dataDir = newDataDir()
  cpSync(sampleTown, dataDir, { recursive: true })
  return { dataDir, ...(await serve(dataDir, sampleMorning, { surroundings })) }
}

/** The same, in which everybody concerned with the year's proposals has a session; see `deskOf`. */
export async function startPeopledSample(): Promise<SampleServer> {
  const dataDir = newDataDir()
  cpSync(sampleTown, dataDir, { recursive: true })
  await fill(dataDir, seatEverybody, sampleMorning)
  return { dataDir, ...(await serve(dataDir, sampleMorning)) }
}

function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'kaizen-'))
}

/** With single sign-on, by a provider that the test has started or by one that is never there. */
async function serveWithProvider(dataDir: string, issuer: string): Promise<Running> {
  const port = await freePort()
  return serve(dataDir, slightlyLater, {
    port,
    surroundings: {
      ...{ PUBLIC_ORIGIN: `http://127.0.0.1:${port}`, OIDC_ISSUER: issuer },
      ...{ OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NUMBER_CLAIM: 'employee_number' },
    },
  })
}

async function serve(
  dataDir: string,
  clock: string,
  { surroundings = {}, port }: { surroundings?: Surroundings; port?: number } = {},
): Promise<Running> {
  const server = await startBuilt(
    { DATA_DIR: dataDir, SAMPLE: '1', CLOCK: clock, PER_MINUTE: '1000', ...surroundings },
    port,
  )
  const whenInterrupted = () => killNow(server)
  process.once('exit', whenInterrupted)
  return {
    origin: server.origin,
    async stop() {
      process.off('exit', whenInterrupted)
      await server.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** A worker that ends before its tests do must leave no server behind. */
function killNow({ pid }: BuiltServer): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
