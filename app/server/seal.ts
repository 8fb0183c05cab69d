import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Seal } from '#app/domain/events/log.server'

const file = (dataDir: string) => join(dataDir, 'seal.key')

/**
 * The seal of the event log, from a key that never enters the database: whoever can write there still cannot rewrite
 * history unnoticed. Throws when the key is missing.
 */
export function openSeal(dataDir: string): Seal {
  if (!existsSync(file(dataDir))) {
    throw new Error(
      `記録を封じる鍵 ${file(dataDir)} がありません。バックアップから戻してください。鍵がなければ、記録が書き換えられていないことを確かめられません。`,
    )
  }
  const key = Buffer.from(readFileSync(file(dataDir), 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error(`${file(dataDir)} は鍵のファイルではありません。`)
  return (line) => createHmac('sha256', key).update(line).digest('base64url')
}

/** Makes the key of a new database; an existing one stays. */
export function createSeal(dataDir: string): void {
  if (existsSync(file(dataDir))) return
  writeFileSync(file(dataDir), `${randomBytes(32).toString('hex')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
}

export function hasSeal(dataDir: string): boolean {
  return existsSync(file(dataDir))
}
