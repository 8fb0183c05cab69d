import { join } from 'node:path'
import { ensureInstalled, ensureNode, root } from './ensure.js'

// node bin/run.js tests/bench/bench.ts --quick: runs a TypeScript program of this project. Its exit code is the program's.

ensureNode()
ensureInstalled()

const [program = '', ...args] = process.argv.slice(2)
const path = join(root, program)
process.argv = [process.argv[0] ?? 'node', path, ...args]

// What the program has started ends with it.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(130))

const { runnerImport } = await import('vite')
const alias = Object.fromEntries(['app', 'db', 'tests'].map((room) => [`#${room}`, join(root, room)]))
try {
  await runnerImport(path, { root, configFile: false, logLevel: 'error', resolve: { alias } })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}
