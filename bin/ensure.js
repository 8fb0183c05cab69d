import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// What must be there before the program can run. Nothing but Node is needed to read this file.

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Ends the process with a sentence. @param {string} sentence @returns {never} */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(`Node.js 20.19 以上が必要です（いまは ${process.versions.node}）。`)
  }
}

/** Installs the packages when there are none, or others than package-lock.json names. */
export function ensureInstalled() {
  // Times of files say nothing after a checkout, so the lock itself is compared with the one that was installed.
  const stamp = join(root, 'node_modules', '.installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock
  if (isFresh) return
  process.stderr.write('必要なパッケージを入れています（初回は数分かかります）…\n')
  const npm = process.env.npm_execpath
  // NODE_ENV=production would leave out what the build needs.
  const env = { ...process.env, NODE_ENV: 'development', ...headersOfNode() }
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status !== 0) {
    giveUp(
      'パッケージを入れられませんでした。上の表示を確かめてください。\n' +
        '・ネットワークか、npm の registry・proxy の設定\n' +
        '・better-sqlite3 を組み立てる道具（python3、make、C++ コンパイラー）: 組み立て済みのものを取得できない環境で必要です',
    )
  }
  writeFileSync(stamp, lock)
}

/** Where no prebuilt better-sqlite3 can be had it is compiled: against the headers beside Node, not downloaded ones. */
function headersOfNode() {
  const prefix = dirname(dirname(process.execPath))
  const isThere = existsSync(join(prefix, 'include', 'node', 'node.h'))
  return isThere && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {}
}

/** Builds when there is no build, or one of other sources. @returns {boolean} whether it had to */
export function ensureBuilt() {
  const stamp = join(root, 'build', '.sources')
  const sources = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false
  process.stderr.write('組み立てています…\n')
  build()
  writeFileSync(stamp, sources)
  return true
}

function build() {
  const remix = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
  try {
    execFileSync(process.execPath, [remix, 'vite:build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 2, 2],
    })
  } catch {
    giveUp('組み立てられませんでした。上の表示を確かめてください。')
  }
}

/** One hash over everything that the build reads, and over the packages it reads it with. */
function fingerprint() {
  const settings = ['package-lock.json', 'package.json', 'remix.config.js', 'vite.config.ts', 'tsconfig.json']
  const hash = createHash('sha256')
  for (const path of [
    ...settings.map((name) => join(root, name)),
    ...['app', 'db', 'public'].flatMap(filesIn),
  ]) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** @param {string} path */
