import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import type { Door } from '#app/server/door'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

interface Asset {
  readonly type: string
  readonly cacheControl: string
  readonly bodies: { readonly [encoding in '' | 'br' | 'gzip']?: Uint8Array<ArrayBuffer> }
}

/**
 * Every file of the folder, read once at start: the set is closed, so that no path of a request ever reaches the disk.
 * `x.br` and `x.gz` are x, compressed.
 */
export function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const files = new Set(names)
  const read = (name: string) => (files.has(name) ? new Uint8Array(readFileSync(name)) : undefined)

  const assets = new Map<string, Asset>()
  for (const name of names) {
    const type = types[extname(name)]
    if (!type) continue
    const path = name.slice(folder.length).replaceAll(sep, '/').replace(/^\/?/, '/')
    const [plain, br, gzip] = [read(name), read(`${name}.br`), read(`${name}.gz`)]
    assets.set(path, {
      type,
      // The names under /assets/ carry a hash of the content.
      cacheControl: path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600',
      bodies: { ...(plain && { '': plain }), ...(br && { br }), ...(gzip && { gzip }) },
    })
  }
  return assets
}

export function serveAssets(assets: ReadonlyMap<string, Asset>): MiddlewareHandler<Door> {
  return async (c, next) => {
    const asset = assets.get(c.req.path)
    if (!asset || c.req.method === 'POST') return next()
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding =
      (['br', 'gzip'] as const).find((one) => asset.bodies[one] && accepted.includes(one)) ?? ''
    const body = asset.bodies[encoding] ?? new Uint8Array()
    return new Response(body, {
      headers: {
        'content-type': asset.type,
        'content-length': String(body.length),
        'cache-control': asset.cacheControl,
        vary: 'Accept-Encoding',
        ...(encoding && { 'content-encoding': encoding }),
      },
    })
  }
}
