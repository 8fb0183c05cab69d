import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ensureNode, root } from './ensure.js'

// npm run dev: builds and serves, and does both again whenever a source has changed. It is the server of npm start.

const PAUSE_MS = 200
const sources = ['app', 'db', 'public', 'vite.config.ts', 'remix.config.js']

ensureNode()
ensureInstalled()

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause
let isBusy = false
let isStale = false

for (const name of sources) watch(join(root, name), { recursive: true }, changed)
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => void end())
await renew()

/** An editor writes a file in several steps. @param {string} _event @param {string | null} name */
function changed(_event, name) {
  if (name !== null && /\.test\.tsx?$/.test(name)) return
  clearTimeout(pause)
  pause = setTimeout(() => void renew(), PAUSE_MS)
}

/** What cannot be built leaves the server of the last build running. */
async function renew() {
  isStale = true
  if (isBusy) return
  isBusy = true
  while (isStale) {
    isStale = false
    const { status } = spawnSync(process.execPath, [join(root, 'bin', 'build.js')], { stdio: 'inherit' })
    if (status !== 0) continue
    await stop()
    start()
  }
  isBusy = false
}

function start() {
  server = spawn(process.execPath, [join(root, 'build', 'server', 'index.js')], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server?.once('exit', resolve))
  server.kill('SIGINT')
  await ended
}

async function end() {
  await stop()
  process.exit(0)
}
