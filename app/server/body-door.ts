import type { MiddlewareHandler } from 'hono'
import type { Door } from '#app/server/door'
import { errorPage } from '#app/server/error-page'

const KB = 1024

/** The largest body each address takes, in bytes; the first that fits counts. */
const caps: readonly (readonly [pattern: RegExp, bytes: number])[] = [
  [/^\/(sign-in|sign-out|account\/password)$/, 8 * KB],
  [/^\/admin\/imports\/new$/, 8 * 1024 * KB],
  // Five files of 10 MB: one too many or one too large is refused by a sentence of the page, not by this door.
  [/^\/(practices|proposals)\/\d+\/attachments$/, 52 * 1024 * KB],
  [/^\/memos(\/\d+\/edit)?$/, 52 * 1024 * KB],
  [/^/, 256 * KB],
]

/**
 * Nothing behind this door measures what it reads, so what has no stated length or too much of it stays outside:
 * half a gigabyte would otherwise be read into memory.
 */
export const bodyDoor: MiddlewareHandler<Door> = async (c, next) => {
  if (c.req.method !== 'POST') return next()
  const refuse = (status: number) => errorPage(status, c.var.requestId, { connection: 'close' })

  const stated = c.req.header('content-length')
  if (c.req.header('transfer-encoding') !== undefined || stated === undefined) return refuse(411)
  if (!/^\d+$/.test(stated)) return refuse(400)

  const length = Number(stated)
  if (length > capOf(c.req.path)) return refuse(413)
  if (length > 0 && !isForm(c.req.header('content-type'))) return refuse(415)
  return next()
}

function capOf(path: string): number {
  return caps.find(([pattern]) => pattern.test(path))?.[1] ?? 0
}

function isForm(type = ''): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type)
}
