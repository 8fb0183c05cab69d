import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import type { ClamdAddress } from '#app/server/clamd'
import { parseProvider } from '#app/server/provider-config'
import type { S3Place } from '#app/server/s3-store'
import { parseClamd, parseMegabytesPerDay, parseS3 } from '#app/server/upload-config'
import type { Provider } from '#app/web/provider.server'

/** What the environment decides, parsed once at start. Nothing else reads process.env. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** `sqlite:/path/file.db` or `postgres://…` */
  readonly databaseUrl: string
  readonly databaseReaderUrl: string | undefined
  readonly backupDir: string
  /** Photos and documents; with `s3` only what is just coming in. Several processes of a machine share it. */
  readonly filesDir: string
  /** The address in people's browsers. Undefined: whatever loopback name or IP address leads here. */
  readonly publicOrigin: URL | undefined
  readonly cookie: { readonly name: string; readonly secure: boolean }
  readonly hsts: boolean
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** The sample town. Undefined: only where a fresh database meets no configuration for a real one. */
  readonly sample: boolean | undefined
  /** What the clock shows at start, for tests and demonstrations in the sample town. */
  readonly clock: Date | undefined
  /** Whom to ask, at the foot of every page. */
  readonly contact: string
  /** For single sign-on: OIDC_ISSUER and what belongs to it, see provider-config.ts. */
  readonly provider: Provider | undefined
  /** How often one person may search in a minute, and how often send something off. */
  readonly perMinute: number
  /** The bucket for photos and documents. Undefined: they lie in `filesDir`. */
  readonly s3: S3Place | undefined
  /** Where clamd listens. Undefined: no file is scanned for viruses. */
  readonly clamd: ClamdAddress | undefined
  /** How much one person may upload in a day. */
  readonly megabytesPerDay: number
  readonly countsStatements: boolean
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The sentences say to the operator what to change. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Throws ConfigError on the first value that cannot be meant. */
export function parseConfig(env: Environment): Config {
  const dataDir = resolve(env.DATA_DIR || 'data')
  const publicOrigin = parseOrigin(env)
  const secure = publicOrigin?.protocol === 'https:'
  return {
    port: parsePort(env.PORT),
    host: env.HOST || '127.0.0.1',
    dataDir,
    databaseUrl: parseDatabaseUrl(env.DATABASE_URL) ?? `sqlite:${join(dataDir, 'kaizen.db')}`,
    databaseReaderUrl: parseDatabaseUrl(env.DATABASE_READER_URL),
    backupDir: resolve(env.BACKUP_DIR || join(dataDir, 'backups')),
    filesDir: resolve(env.FILES_DIR || join(dataDir, 'files')),
    publicOrigin,
    cookie: { name: secure ? '__Host-sid' : 'sid', secure },
    hsts: secure && parseFlag(env, 'HSTS') === true,
    trustedProxies: parseProxies(env.TRUSTED_PROXIES),
    sample: parseFlag(env, 'SAMPLE') ?? (publicOrigin || env.DATABASE_URL ? false : undefined),
    clock: parseClock(env.CLOCK),
    contact: env.CONTACT || '総務課 行政改革担当（内線 2345）',
    provider: parseProvider(env, publicOrigin),
    perMinute: parsePerMinute(env.PER_MINUTE),
    s3: parseS3(env),
    clamd: parseClamd(env.CLAMD_ADDRESS),
    megabytesPerDay: parseMegabytesPerDay(env.UPLOAD_MB_PER_DAY),
    countsStatements: parseFlag(env, 'BENCH') === true,
  }
}

function parsePort(text = '3000'): number {
  const port = Number(text || '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError(`PORT には 0 から 65535 までの数を指定してください（いまは「${text}」）。`)
  }
  return port
}

function parsePerMinute(text = '60'): number {
  const times = Number(text || '60')
  if (Number.isInteger(times) && times > 0) return times
  throw new ConfigError(`PER_MINUTE には 1 以上の整数を指定してください（いまは「${text}」）。`)
}

function parseDatabaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined
  if (/^postgres(ql)?:\/\//.test(text)) return text
  const file = /^sqlite:(.+)$/.exec(text)?.[1]
  if (file) return `sqlite:${resolve(file)}`
  throw new ConfigError(
    'DATABASE_URL と DATABASE_READER_URL は postgres://… または sqlite:ファイル の形で指定してください。',
  )
}

function parseOrigin(env: Environment): URL | undefined {
  const text = env.PUBLIC_ORIGIN
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
  if (!isOrigin) {
    throw new ConfigError(
      `PUBLIC_ORIGIN は https://kaizen.example.lg.jp のように、パスを付けずに指定してください（いまは「${text}」）。`,
    )
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && parseFlag(env, 'ALLOW_HTTP') !== true) {
    throw new ConfigError(
      'PUBLIC_ORIGIN が http:// です。暗号化しない運用を承知している場合だけ ALLOW_HTTP=1 を指定してください。',
    )
  }
  return url
}

function parseProxies(text = ''): string[] {
  const proxies = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const longest = isIP(address) === 6 ? 128 : 32
    const fits = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= longest)
    if (!isIP(address) || !fits) {
      throw new ConfigError(
        `TRUSTED_PROXIES の「${proxy}」は IP アドレスでもネットワーク（10.0.0.0/8 の形）でもありません。`,
      )
    }
  }
  return proxies
}

function parseClock(text: string | undefined): Date | undefined {
  if (!text) return undefined
  const clock = new Date(text)
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(clock.getTime())) {
    throw new ConfigError(
      `CLOCK は 2026-07-01T09:00:00+09:00 のように指定してください（いまは「${text}」）。`,
    )
  }
  return clock
}

function parseFlag(env: Environment, name: string): boolean | undefined {
  const text = env[name]
  if (!text) return undefined
  if (text === '1') return true
  if (text === '0') return false
  throw new ConfigError(`${name} には 0 か 1 を指定してください（いまは「${text}」）。`)
}

export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host === '[::1]' || host === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(host)
  )
}
