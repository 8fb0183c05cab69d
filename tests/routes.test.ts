import { readFileSync } from 'node:fs'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import siteMap from '#app/routes'
import { paths } from '#app/web/paths'

/** The site map, the route files and the functions that make links: three lists that must be one. */

interface Entry {
  path?: string
  index?: boolean
  file: string
  children?: Entry[]
}

const entries = flatten(siteMap as Entry[])
const files = readdirSync('app/routes', { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.') && statSync(`app/routes/${file}`).isFile(),
  )
  .map((file) => `routes/${file}`)

it('has a file for every address', () => {
  expect(entries.map(({ file }) => file).filter((file) => !files.includes(file))).toEqual([])
})

it('has an address for every file with a loader, an action or a page', () => {
  const served = new Set(entries.map(({ file }) => file))
  const pages = files.filter((file) => /export (default|const loader|const action)/.test(read(file)))
  expect(pages.filter((file) => !served.has(file))).toEqual([])
})

it('has an address for every function in paths.ts', () => {
  const addresses = entries.map(({ url }) => new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`))
  const built = Object.entries(paths).map(([name, build]) => [
    name,
    new URL((build as (...parts: number[]) => string)(7, 7), 'http://here.invalid').pathname,
  ])
  expect(built.filter(([, url = '']) => !addresses.some((address) => address.test(url)))).toEqual([])
})

it('links by paths.ts, never by an address written out', () => {
  const literal = /(?:href|action|to)=(?:"|\{`)\/(?!assets|favicon)/
  const writers = files.filter((file) => literal.test(read(file)))
  expect(writers).toEqual([])
})

it('tells by the title of every page with a form that the form was not taken', () => {
  const silent = files.filter((file) => {
    const text = read(file)
    return /export const action/.test(text) && /titled\(/.test(text) && !/matches,?\s*\)/.test(text)
  })
  expect(silent).toEqual([])
})

function read(file: string): string {
  return readFileSync(path.join('app', file), 'utf8')
}

function flatten(routes: Entry[], parent = ''): { url: string; file: string }[] {
  return routes.flatMap(({ path: own = '', file, children = [] }) => {
    const url = [parent, own].filter(Boolean).join('/').replace(/\/+/g, '/')
    return [{ url: url.startsWith('/') ? url : `/${url}`, file }, ...flatten(children, url)]
  })
}
