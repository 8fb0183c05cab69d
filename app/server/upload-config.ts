import type { ClamdAddress } from '#app/server/clamd'
import { ConfigError } from '#app/server/config'

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
