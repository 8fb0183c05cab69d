import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Door } from '#app/server/door'

const worthwhile = 1024
const compressible = /^(text\/(html|x-script|plain)|application\/json)/

/**
 * Pages are whole before they leave, so they are compressed in one go: a compressing stream costs five times the CPU.
 * Anything else (a download) passes as it comes.
 */
export const compressPages: MiddlewareHandler<Door> = async (c, next) => {
  await next()
  const { res } = c
  if (!res.body || res.headers.has('content-encoding')) return
  if (!compressible.test(res.headers.get('content-type') ?? '')) return

  const page = Buffer.from(await res.arrayBuffer())
  const headers = new Headers(res.headers)
  headers.append('vary', 'Accept-Encoding')
  const accepted = page.length < worthwhile ? '' : (c.req.header('accept-encoding') ?? '')
  const [encoding, body] = encode(page, accepted)
  if (encoding) headers.set('content-encoding', encoding)
  headers.set('content-length', String(body.length))
  c.res = undefined // otherwise Hono merges the headers of the old answer into the new one
  c.res = new Response(new Uint8Array(body), { status: res.status, headers })
}

function encode(page: Buffer, accepted: string): [encoding: string | undefined, body: Buffer] {
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: page.length }
    return ['br', brotliCompressSync(page, { params })]
  }
  if (/\bgzip\b/.test(accepted)) return ['gzip', gzipSync(page, { level: 4 })]
  return [undefined, page]
}
