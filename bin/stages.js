import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.js'
import { root } from './ensure.js'

/**
 * One part of npm test.
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} command a script for Node, with its arguments
 * @property {() => Record<string, string>} [prepare] what must be there first; returns additions to the environment
 * @property {boolean} [beside] at the same time as the stage before it
 * @property {() => { passed: number, failed: number }} [count] from the tool's own report; without it the stage counts as one
 */

/** @type {Stage[]} In order: what is quick to fail comes first. */
export const stages = [
  { name: 'types', command: ['node_modules/typescript-native/bin/tsc', '--noEmit'] },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--type-aware'], beside: true },
  {
    name: 'format',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
    beside: true,
  },
  { name: 'unused code', command: ['node_modules/knip/bin/knip.js'], beside: true },
  {
    name: 'unit and database tests',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...['--project=sqlite', '--project=postgres'],
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=.cache/vitest.json',
    ],
    prepare: () => forget('vitest.json'),
    count: () => countVitest('vitest.json'),
  },
  {
    name: 'the product as a whole: the sample town, every door, hidden names, random people, the commands',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=whole',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=.cache/whole.json',
    ],
    prepare: () => forget('whole.json'),
    count: () => countVitest('whole.json'),
  },
  { name: 'build', command: ['bin/build.js'] },
  {
    name: 'security of the built server',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=security',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=.cache/security.json',
    ],
    prepare: () => forget('security.json'),
    count: () => countVitest('security.json'),
  },
  {
    name: 'in a browser: the journey, all roles, keyboard, no scripts, paper, hostile texts, accessibility',
    command: ['node_modules/@playwright/test/cli.js', 'test'],
    prepare: () => ({ ...forget('playwright.json'), ...ensureBrowser() }),
    count: () => countPlaywright('playwright.json'),
  },
  { name: '10 kills', command: ['bin/run.js', 'tests/chaos/kill.ts', '--kills', '10'] },
]

/** @type {Stage[]} npm run test:long: the same questions, asked for an hour. */
export const longStages = [
  { name: 'build', command: ['bin/build.js'] },
  {
    name: 'statements and bytes of the pages',
    command: ['bin/run.js', 'tests/bench/bench.ts', '--quick'],
  },
  {
    name: 'accessibility, every rule in every state at every width',
    command: ['node_modules/@playwright/test/cli.js', 'test', 'accessibility', 'sample/full'],
    prepare: () => ({ AXE: 'everything', ...ensureBrowser() }),
  },
  {
    name: 'lifecycle, 1,000 runs',
    command: ['node_modules/vitest/vitest.mjs', 'run', 'tests/lifecycle.server.test.ts'],
    prepare: () => ({ RUNS: '1000' }),
  },
  {
    name: '50,000 searches',
    command: ['node_modules/vitest/vitest.mjs', 'run', 'app/domain/search/finding.server.test.ts'],
    prepare: () => ({ SEARCHES: '50000' }),
  },
  { name: '200 kills', command: ['bin/run.js', 'tests/chaos/kill.ts', '--kills', '200'] },
  {
    name: '100 uploads at once, with a kill among them',
    command: ['bin/run.js', 'tests/chaos/uploads.ts'],
  },
  {
    name: '200 kills on PostgreSQL',
    command: ['bin/run.js', 'tests/chaos/kill.ts', '--kills', '200', '--database', 'postgres'],
  },
]

/** The report of an earlier run must not be counted for this one. @param {string} report */
function forget(report) {
  rmSync(join(root, '.cache', report), { force: true })
  return {}
}

/** @param {string} report */
function read(report) {
  try {
    return JSON.parse(readFileSync(join(root, '.cache', report), 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {string} file */
function countVitest(file) {
  const report = read(file)
  if (!report) return { passed: 0, failed: 1 }
  // A file that could not be loaded has no tests to fail.
  const unloaded = report.testResults.filter(
    (/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

/** @param {string} file */
function countPlaywright(file) {
  const report = read(file)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  // What passes only sometimes has failed, and so has a file that could not be loaded.
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}
