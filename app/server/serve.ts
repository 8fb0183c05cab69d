import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type { ServerBuild } from '@remix-run/node'
import type { Command } from '#app/commands/command'
import { backUp } from '#app/jobs/back-up.server'
import { closeSessions } from '#app/jobs/close-sessions.server'
import { bringBackHeld } from '#app/jobs/come-back.server'
import { expireDrafts } from '#app/jobs/expire-drafts.server'
import { forgetForms } from '#app/jobs/forget-forms.server'
import { forgetImports } from '#app/jobs/forget-imports.server'
import { forgetMemos } from '#app/jobs/forget-memos.server'
import { removeOrphanFiles } from '#app/jobs/remove-orphan-files.server'
import { startJobs } from '#app/jobs/scheduler.server'
import { createApp } from '#app/server/app'
import { clamd } from '#app/server/clamd'
import { clockFrom } from '#app/server/clock'
import { ConfigError } from '#app/server/config'
import { openFileStore } from '#app/server/file-store'
import { createHttpServer, listen } from '#app/server/http'
import { log, traceOf } from '#app/server/log'
import { checkReadiness, findLastEventAt } from '#app/server/readiness'
import { createNarrowHandler } from '#app/server/routing'
import { discardHalfLoaded, settleSample } from '#app/server/sample'
import { startOfClock } from '#app/server/sample-clock'
import { drain } from '#app/server/shutdown'
import { openTown } from '#app/server/town'
import { useConnections } from '#app/web/connections.server'

/** How long stopping may take before the process ends whatever is still open. */
const HARD_STOP_MS = 30_000

/** Serves the town until the process is told to stop. */
export const run: Command = async (_args, config) => {
  if (process.env.NODE_ENV !== 'production') {
    throw new ConfigError('NODE_ENV=production を付けて起動してください。')
  }
  // V8 would let garbage of old pages grow to four times of what lives before it looks: 377 instead of 205 MB under load.
  setFlagsFromString('--heap-growing-percent=50')
  discardHalfLoaded(config)
  const town = await openTown(config)
  const sample = await settleSample(config, town)
  const { reader, writer, dialect } = town.connections
  const clock = startOfClock(config, sample, await findLastEventAt(reader), new Date())
  const now = clockFrom(clock)
  const world = { writer, seal: town.seal, now }
  const files = openFileStore(config)
  const scanner = config.clamd && clamd(config.clamd)
  useConnections({
    ...world,
    reader,
    files,
    secureCookies: config.cookie.secure,
    sample,
    isClockMoved: clock !== undefined,
    perMinute: config.perMinute,
    megabytesPerDay: config.megabytesPerDay,
    contact: config.contact,
    ...(scanner && { scanner }),
    ...(config.provider && { provider: config.provider }),
    report: ({ requestId, error }) => log.error({ requestId, error: traceOf(error) }),
  })

  let isStopping = false
  const startedAt = new Date()
  const app = createApp({
    config,
    client: fileURLToPath(new URL('../client', import.meta.url)),
    log,
    readiness: () => checkReadiness({ config, reader, now, scanner, files }, startedAt, isStopping),
    isStopping: () => isStopping,
    remix: createNarrowHandler(await remixBuild(), 'production'),
  })
  const server = createHttpServer(app, config)
  await listen(server, config)
  const jobs = [
    closeSessions(world),
    bringBackHeld(world),
    forgetForms(world),
    forgetImports(world),
    forgetMemos(world),
    expireDrafts(world),
    removeOrphanFiles(world, files),
    ...(dialect === 'sqlite' ? [backUp] : []),
  ]
  const stopJobs = startJobs(jobs, log)

  const stop = async (signal: NodeJS.Signals) => {
    if (isStopping) return
    isStopping = true
    log.info({ stopping: signal })
    setTimeout(() => process.exit(1), HARD_STOP_MS).unref()
    // Ctrl+C comes from a person who waits; no load balancer has to notice.
    await drain(server, signal === 'SIGINT' ? 0 : undefined)
    await stopJobs()
    await town.close()
    process.exit(0)
  }
  process.on('SIGTERM', (signal) => void stop(signal))
  process.on('SIGINT', (signal) => void stop(signal))
}

async function remixBuild(): Promise<ServerBuild> {
  return import('virtual:remix/server-build')
}
