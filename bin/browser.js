import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './ensure.js'

/**
 * Finds a Chromium for the tests in a browser, or installs one by whatever way the machine offers. Without any, the
 * tests in a browser fail by themselves and say so.
 *
 * @returns {Record<string, string>} CHROMIUM for the environment; nothing when Playwright knows its own
 */
export function ensureBrowser() {
  ensureJapaneseFont()
  const installed = process.env.CHROMIUM || onPath()
  if (installed) return { CHROMIUM: installed }
  if (hasPlaywrightBrowser() || run(process.execPath, [playwright, 'install', 'chromium'])) return {}
  if (isRoot() && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])) {
    return { CHROMIUM: onPath() ?? '' }
  }
  process.stderr.write(
    'ブラウザーを用意できませんでした。Chromium を入れるか、CHROMIUM にその場所を指定してください。\n',
  )
  return {}
}

const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')

function onPath() {
  // Without a window it needs half the time.
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ]
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path))
}

function hasPlaywrightBrowser() {
  const ask = "import('@playwright/test').then((p) => console.log(p.chromium.executablePath()))"
  const path = execFileSync(process.execPath, ['-e', ask], { cwd: root, encoding: 'utf8' }).trim()
  return existsSync(path) && spawnSync(path, ['--version']).status === 0
}

/** Without one every Japanese character is an empty box, and widths mean nothing. */
function ensureJapaneseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' })
  if (status === 0 && stdout.trim() === '' && isRoot()) run('apt-get', ['install', '-y', 'fonts-noto-cjk'])
}

function isRoot() {
  return process.getuid?.() === 0
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
}
