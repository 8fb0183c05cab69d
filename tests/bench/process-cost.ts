import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/** What a process has cost so far. Read from /proc: other systems measure everything but this. */
export interface Meter {
  /** Milliseconds of CPU of all its threads. */
  cpuMs(): number
}

export function meterOf(pid: number): Meter {
  return { cpuMs: () => cpuMsOf(pid) }
}

/** Of all processes of a PostgreSQL server on this machine; of nothing when it runs elsewhere. */
export async function meterOfPostgres(databaseUrl: string): Promise<Meter> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = parentOf(rows[0]?.pid ?? 0)
  await client.end()
  // What a process has cost stays on the bill when it ends, as those of vacuum do all the time.
  const bill = new Map<number, number>()
  return {
    cpuMs() {
      const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
      for (const pid of all.map(Number)) {
        if (postmaster > 0 && parentOf(pid) === postmaster) bill.set(pid, cpuMsOf(pid))
      }
      return [...bill.values()].reduce((sum, cpuMs) => sum + cpuMs, 0)
    },
  }
}

export function rssMbOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

/** Nanoseconds on a processor, by thread; the usual counters only know hundredths of a second. */
function cpuMsOf(pid: number): number {
  return threadsOf(pid).reduce((sum, thread) => {
    const [nanoseconds = '0'] = read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')
    return sum + Number(nanoseconds) / 1e6
  }, 0)
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function parentOf(pid: number): number {
  return Number(/\) \w (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1] ?? 0)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
