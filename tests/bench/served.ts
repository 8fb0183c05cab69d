import { openDatabase } from '#db/connect.server'
import { cast, samplePassword } from '#db/seed/cast'
import { type BuiltServer, startBuilt } from '#tests/support/built-server'
import { signIn } from '#tests/support/visitor'
import { borrow, filledTown } from './fill'
import { type PageAsked, pagesIn } from './pages'
import { type Meter, meterOf, meterOfPostgres } from './process-cost'

/** A town of some size with the production build in front of it, and two people who are signed in. */
export interface Served {
  readonly size: number
  readonly matters: number
  readonly dialect: 'sqlite' | 'postgres'
  readonly server: BuiltServer
  /** From the start of the process until it was ready. */
  readonly startCpuMs: number
  readonly app: Meter
  /** The database where it is a process of its own. */
  readonly database: Meter
  readonly cookies: Readonly<Record<PageAsked['as'], string>>
  readonly pages: readonly PageAsked[]
  readonly databaseUrl: string
  stop(): Promise<void>
}

/** The day after the last one of the sample town's files, in the evening. */
const clock = '2026-11-20T18:30:00+09:00'
const numberOf = (role: string) => cast.find((person) => person.role === role)?.employeeNumber ?? ''

export async function serve(size: number, postgres?: string): Promise<Served> {
  const town = await borrow(await filledTown(size, postgres), postgres)
  const { dataDir: DATA_DIR, databaseUrl } = town
  const surroundings = {
    DATA_DIR,
    DATABASE_URL: databaseUrl,
    SAMPLE: '1',
    CLOCK: clock,
    BENCH: '1',
    PER_MINUTE: '1000000',
  }
  const server = await startBuilt(surroundings)
  const startCpuMs = meterOf(server.pid).cpuMs()
  const connections = openDatabase(databaseUrl)
  const pages = await pagesIn(connections.reader)
  await connections.close()
  const cookieOf = async (role: string) =>
    (await signIn(server.origin, numberOf(role), samplePassword)).cookie
  return {
    ...{ size, server, startCpuMs, pages, databaseUrl, matters: town.matters },
    dialect: postgres === undefined ? 'sqlite' : 'postgres',
    app: meterOf(server.pid),
    database: postgres === undefined ? { cpuMs: () => 0 } : await meterOfPostgres(postgres),
    cookies: { employee: await cookieOf('職員'), head: await cookieOf('課長') },
    async stop() {
      await server.stop()
      await town.remove()
    },
  }
}
