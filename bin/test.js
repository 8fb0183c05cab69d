import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ensureNode, root } from './ensure.js'
import { longStages, stages } from './stages.js'

// npm test: installs what is missing and runs every check. With --long, what takes an hour instead. The last line says
// “N passed, N failed”.

ensureNode()
ensureInstalled()
mkdirSync(join(root, '.cache'), { recursive: true })

const total = { passed: 0, failed: 0 }
for (const stage of process.argv.includes('--long') ? longStages : stages) {
  const started = Date.now()
  process.stdout.write(`\n=== ${stage.name}\n`)
  const { passed, failed } = runStage(stage)
  total.passed += passed
  total.failed += failed
  const seconds = Math.round((Date.now() - started) / 1000)
  process.stdout.write(`=== ${stage.name}: ${passed} passed, ${failed} failed (${seconds} s)\n`)
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** @param {import('./stages.js').Stage} stage */
function runStage({ command, prepare, count }) {
  const env = { ...process.env, ...prepare?.() }
  const [program = '', ...args] = command
  const { status } = spawnSync(process.execPath, [join(root, program), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const { passed, failed } = count?.() ?? { passed: status === 0 ? 1 : 0, failed: 0 }
  // A tool that failed without saying which test did (it could not start, a hook threw) has failed all the same.
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed }
}
