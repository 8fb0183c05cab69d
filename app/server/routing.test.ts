import { matchRoutes } from '@remix-run/react'
import { expect, it } from 'vitest'
import siteMap from '#app/routes'
import { finderOf } from '#app/server/routing'

interface Entry {
  id?: string
  path?: string
  index?: boolean
  file: string
  children?: Entry[]
}

/** The site map in the two forms that Remix makes of it at the build. */
const routes: Parameters<typeof finderOf>[0] = {}
const tree = [{ id: 'root', path: '', children: (siteMap as Entry[]).map((entry) => planted(entry, 'root')) }]
Object.assign(routes, { root: { id: 'root', path: '' } })

function planted({ id, path, index, file, children = [] }: Entry, parentId: string): object {
  const own = id ?? file.replace(/\.tsx?$/, '')
  Object.assign(routes, { [own]: { id: own, parentId, path, index } })
  const planting = children.map((child) => planted(child, own))
  return index ? { id: own, index: true } : { id: own, path, children: planting }
}

const pageOf = finderOf(routes)
const paths = Object.values(routes).flatMap(({ path }) => (path && !path.includes('*') ? [`/${path}`] : []))
const asRemixSays = (path: string) => matchRoutes(tree as never, path)?.at(-1)?.route.id

it.each(['/', ...paths.map((path) => path.replaceAll(/:\w+/g, '17'))])(
  'leads %s where Remix leads',
  (path) => {
    const there = asRemixSays(path)
    expect(pageOf(path)).toBe(there)
    expect(pageOf(`${path}/`)).toBe(there)
    expect(pageOf(`${path === '/' ? '/_root' : path}.data`)).toBeUndefined()
  },
)

it('prefers a word of the site map to a parameter in its place', () => {
  expect(pageOf('/practices/new')).toBe('practice-new')
  expect(pageOf('/practices/17')).toBe('routes/practices/practice')
})

it('leaves to Remix what only it understands: no page, a strange spelling', () => {
  for (const path of ['/nothing/here', '/Practices', '/%70ractices', '/practices//17', '/__manifest']) {
    expect(pageOf(path)).toBeUndefined()
  }
})
