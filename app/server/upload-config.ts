import { readFileSync } from 'node:fs'
import type { ClamdAddress } from '#app/server/clamd'
import { ConfigError, type Environment, isLoopback } from '#app/server/config'
import type { S3Place } from '#app/server/s3-store'

/** `unix:/run/clamav/clamd.ctl` or `host:3310`; undefined for no scanner. Throws ConfigError. */
export function parseClamd(text: string | undefined): ClamdAddress | undefined {
  if (!text) return undefined
  const path = /^unix:(\/.+)$/.exec(text)?.[1]
  if (path) return { path }
  const [, host, digits] = /^(\[[\da-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? []
  const port = Number(digits)
  if (host !== undefined && port > 0 && port <= 65535) return { host: host.replace(/^\[|\]$/g, ''), port }
  throw new ConfigError(
    `CLAMD_ADDRESS は unix:/run/clamav/clamd.ctl か、ホスト名:ポート番号 の形で指定してください（いまは「${text}」）。`,
  )
}

/** How many megabytes one person may send in a day. Throws ConfigError. */
export function parseMegabytesPerDay(text = '200'): number {
  const megabytes = Number(text || '200')
  if (Number.isInteger(megabytes) && megabytes >= 10 && megabytes <= 1_000_000) return megabytes
  throw new ConfigError(
    `UPLOAD_MB_PER_DAY には、1日に1人が送れる大きさをMBで、10 以上の整数で指定してください（いまは「${text}」）。`,
  )
}

/** The bucket for photos and documents; undefined where they lie in a folder. Throws ConfigError. */
export function parseS3(env: Environment): S3Place | undefined {
  if (!env.S3_ENDPOINT) {
    const stray = names.find((name) => env[name])
    if (!stray) return undefined
    throw new ConfigError(`${stray} が指定されていますが、S3_ENDPOINT がありません。両方を指定してください。`)
  }
  return {
    endpoint: parseEndpoint(env.S3_ENDPOINT, env.ALLOW_HTTP === '1'),
    bucket: parseBucket(required(env, 'S3_BUCKET')),
    region: env.S3_REGION || 'us-east-1',
    accessKeyId: required(env, 'S3_ACCESS_KEY_ID'),
    secretAccessKey: readSecret(env),
  }
}

const names = [
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'S3_SECRET_ACCESS_KEY_FILE',
] as const

function parseEndpoint(text: string, allowsHttp: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new ConfigError(
      `S3_ENDPOINT は https://s3.example.lg.jp のように、バケット名を付けずに指定してください（いまは「${text}」）。`,
    )
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowsHttp) {
    throw new ConfigError(
      'S3_ENDPOINT が http:// です。写真と資料が暗号化されずに流れることを承知している場合だけ ALLOW_HTTP=1 を指定してください。',
    )
  }
  return url
}

function parseBucket(text: string): string {
  if (/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(text)) return text
  throw new ConfigError(`S3_BUCKET はバケットの名前だけを指定してください（いまは「${text}」）。`)
}

function readSecret(env: Environment): string {
  const { S3_SECRET_ACCESS_KEY: secret, S3_SECRET_ACCESS_KEY_FILE: file } = env
  if (secret && file) {
    throw new ConfigError(
      'S3_SECRET_ACCESS_KEY と S3_SECRET_ACCESS_KEY_FILE は、どちらか一方を指定してください。',
    )
  }
  if (!file) return required(env, 'S3_SECRET_ACCESS_KEY')
  try {
    const read = readFileSync(file, 'utf8').trim()
    if (read !== '') return read
  } catch {
    // Said below.
  }
  throw new ConfigError(`S3_SECRET_ACCESS_KEY_FILE の ${file} を読めないか、空です。`)
}

function required(env: Environment, name: (typeof names)[number]): string {
  const value = env[name]
  if (value) return value
  throw new ConfigError(`S3_ENDPOINT を使うときは、${name} も指定してください。`)
}
