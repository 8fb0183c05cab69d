import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { PageAsked } from './pages'
import type { Served } from './served'

/* Figures that are the same on every machine: what is asked of the database, and what is sent. */

export interface Exact {
  readonly statements: number
  readonly rawBytes: number
  readonly compressedBytes: number
}

type Asked = Pick<Served, 'cookies'> & { readonly server: Pick<Served['server'], 'origin'> }

export async function weigh({ server, cookies }: Asked, { path, as }: PageAsked): Promise<Exact> {
  const ask = (encoding: string) =>
    fetch(server.origin + path, { headers: { cookie: cookies[as], 'accept-encoding': encoding } })
  const plain = await ask('identity')
  const compressed = await ask('br')
  return {
    statements: Number(plain.headers.get('x-sql-statements')),
    rawBytes: (await plain.arrayBuffer()).byteLength,
    compressedBytes: Number(compressed.headers.get('content-length')),
  }
}

export interface FirstLoad {
  readonly scriptBytes: number
  readonly styleBytes: number
  readonly requests: number
  /** Addresses of other hosts that the page would ask. */
  readonly outside: readonly string[]
}

/** Everything that a browser with an empty cache fetches for a page, compressed with gzip. */
export async function weighFirstLoad(
  { server, cookies }: Asked,
  { path, as }: PageAsked,
): Promise<FirstLoad> {
  const page = await (await fetch(server.origin + path, { headers: { cookie: cookies[as] } })).text()
  const tags = [...page.matchAll(/<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(
    ([, address = '']) => address,
  )
  const imported = [...page.matchAll(/\bimport\s*(?:[^"'()]*from\s*)?\(?["'](\/assets\/[^"']+)["']/g)].map(
    ([, address = '']) => address,
  )
  const addresses = [...new Set([...tags, ...imported])]
  const scripts = withImports(addresses.filter((address) => address.endsWith('.js')))
  const styles = addresses.filter((address) => address.endsWith('.css'))
  const others = addresses.filter((address) => !/\.(js|css)$/.test(address))
  return {
    scriptBytes: scripts.reduce((sum, address) => sum + gzipBytes(address), 0),
    styleBytes: styles.reduce((sum, address) => sum + gzipBytes(address), 0),
    requests: 1 + scripts.length + styles.length + others.length,
    outside: addresses.filter((address) => /^(https?:)?\/\//.test(address)),
  }
}

/** What a script imports without condition is fetched with it, whether the page says so or not. */
function withImports(addresses: readonly string[]): string[] {
  const all = new Set(addresses)
  for (const address of all) {
    const text = readFileSync(inClient(address), 'utf8')
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) all.add(`/assets/${name}`)
  }
  return [...all]
}

function gzipBytes(address: string): number {
  const compressed = inClient(`${address}.gz`)
  return existsSync(compressed)
    ? readFileSync(compressed).length
    : gzipSync(readFileSync(inClient(address)), { level: 9 }).length
}

function inClient(address: string): string {
  return fileURLToPath(new URL(`../../build/client${address}`, import.meta.url))
}
