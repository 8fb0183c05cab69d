import { Cron } from 'croner'

/** Work that comes round by itself. It must do no harm when it runs twice, for another process may run it as well. */
export interface Job {
  readonly name: string
  /** When, as a cron pattern in Asia/Tokyo. */
  readonly pattern: string
  /** Also once when the server starts, to make up for when nobody was running. */
  readonly atStart?: boolean
  run(): Promise<void>
}

/** Where the runs are noted. */
interface Log {
  info(line: Record<string, unknown>): void
  error(line: Record<string, unknown>): void
}

/**
 * Runs the jobs until the returned function is called, which waits for those at work. A job that fails is logged and
 * comes round again; one that is still running is not started a second time.
 */
export function startJobs(jobs: readonly Job[], log: Log): () => Promise<void> {
  const running = new Set<Promise<void>>()
  const timers = jobs.map(
    (job) => new Cron(job.pattern, { timezone: 'Asia/Tokyo', protect: true }, () => follow(job)),
  )

  for (const job of jobs) if (job.atStart) void follow(job)

  async function follow(job: Job) {
    const run = runLogged(job, log)
    running.add(run)
    await run
    running.delete(run)
  }

  return async () => {
    for (const timer of timers) timer.stop()
    await Promise.all(running)
  }
}

async function runLogged(job: Job, log: Log) {
  const started = performance.now()
  try {
    await job.run()
    log.info({ job: job.name, ms: Math.round(performance.now() - started) })
  } catch (error) {
    log.error({ job: job.name, error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' })
  }
}
