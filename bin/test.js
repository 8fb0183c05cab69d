import { spawn } from 'node:child_process'
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
for (const together of inGroups(process.argv.includes('--long') ? longStages : stages)) {
  const results = await Promise.all(together.map((stage) => runStage(stage, together.length === 1)))
  for (const { passed, failed } of results) {
    total.passed += passed
    total.failed += failed
  }
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/**
 * @param {readonly import('./stages.js').Stage[]} all
 * @returns {import('./stages.js').Stage[][]}
 */
function inGroups(all) {
  return all.reduce(
    (groups, stage) =>
      stage.beside ? [...groups.slice(0, -1), [...(groups.at(-1) ?? []), stage]] : [...groups, [stage]],
    /** @type {import('./stages.js').Stage[][]} */ ([]),
  )
}

/**
 * What a stage writes is shown as it comes where it runs alone, and at its end where others run beside it.
 *
 * @param {import('./stages.js').Stage} stage
 * @param {boolean} isAlone
 */
async function runStage({ name, command, prepare, count }, isAlone) {
  const started = Date.now()
  if (isAlone) process.stdout.write(`\n=== ${name}\n`)
  const { status, written } = await run(command, { ...process.env, ...prepare?.() }, isAlone)
  const counted = count?.() ?? { passed: status === 0 ? 1 : 0, failed: 0 }
  // A tool that failed without saying which test did (it could not start, a hook threw) has failed all the same.
  const failed = status !== 0 && counted.failed === 0 ? 1 : counted.failed
  const seconds = Math.round((Date.now() - started) / 1000)
  process.stdout.write(`${written}=== ${name}: ${counted.passed} passed, ${failed} failed (${seconds} s)\n`)
  return { passed: counted.passed, failed }
}

/**
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isAlone
 * @returns {Promise<{ status: number | null, written: string }>}
 */
function run([program = '', ...args], env, isAlone) {
  const output = isAlone ? 'inherit' : 'pipe'
  const tool = spawn(process.execPath, [join(root, program), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', output, output],
  })
  let written = ''
  for (const stream of [tool.stdout, tool.stderr]) stream?.on('data', (chunk) => (written += String(chunk)))
  return new Promise((resolve, reject) => {
    tool.on('error', reject)
    tool.on('close', (status) => resolve({ status, written }))
  })
}
