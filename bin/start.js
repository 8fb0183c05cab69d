import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, ensureNode, root } from './ensure.js'

// npm start: installs and builds what is missing, then serves. Arguments go to the built server.

ensureNode()
ensureInstalled()
ensureBuilt()

const server = spawn(
  process.execPath,
  [join(root, 'build', 'server', 'index.js'), ...process.argv.slice(2)],
  {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  },
)
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => server.kill(signal))
}
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
