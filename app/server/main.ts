import type { Command } from '#app/commands/command'
import { ConfigError, parseConfig } from '#app/server/config'
import { log } from '#app/server/log'

/** node build/server/index.js <name>. Each is loaded only when it is asked for. */
const commands: Readonly<Record<string, () => Promise<{ run: Command }>>> = {
  serve: () => import('#app/server/serve'),
  migrate: () => import('#app/commands/migrate.server'),
  seed: () => import('#app/commands/seed.server'),
  import: () => import('#app/commands/import.server'),
  link: () => import('#app/commands/link.server'),
  admin: () => import('#app/commands/admin.server'),
  backup: () => import('#app/commands/backup.server'),
  restore: () => import('#app/commands/restore.server'),
  verify: () => import('#app/commands/verify.server'),
}

process.umask(0o077) // what this program writes, its own user alone may read

const [name = 'serve', ...args] = process.argv.slice(2)
await start(name)

async function start(command: string) {
  const load = commands[command]
  if (!load) return fail(`使い方: node build/server/index.js [${Object.keys(commands).join('|')}]`)
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, crash)
  try {
    const { run } = await load()
    await run(args, parseConfig(process.env))
  } catch (error) {
    if (!(error instanceof ConfigError) && command === 'serve') log.error({ error: wordsOf(error, 'stack') })
    fail(wordsOf(error, 'message'))
  }
}

function fail(message: string) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** After an error nobody caught, nothing about the process can be trusted: whoever supervises it starts a new one. */
function crash(error: unknown) {
  log.error({ crashed: wordsOf(error, 'stack') })
  process.exit(1)
}

function wordsOf(error: unknown, part: 'stack' | 'message'): string {
  return error instanceof Error ? (error[part] ?? error.message) : String(error)
}
