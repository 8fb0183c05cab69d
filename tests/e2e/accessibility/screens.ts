import { readFileSync } from 'node:fs'
import type { Door } from '#tests/access/door'
import { matrix } from '#tests/access/matrix'
import type { Objects } from '#tests/access/objects.server'
import { readers } from '#tests/access/objects.server'
import { type Part, parts, signed } from '#tests/access/parts.server'
import { listRoutes } from '#tests/access/site'

const missingId = 999_999

/** An address of the site map that answers GET with a page. */
export interface Screen {
  /** 「/proposals/:id」 */
  readonly path: string
  /** What the access matrix says about reading it, and about sending its form where it has one. */
  readonly door: Door
  readonly verb: Door | undefined
}

/** A page in one of its states. */
export interface Visit {
  readonly what: string
  readonly as: Part
  readonly address: string
  readonly status: number
}

/** Every page there is. The access test holds the matrix to the site map, so that a new route cannot be forgotten. */
export function listScreens(): Screen[] {
  return listRoutes().flatMap(({ path, file }) => {
    const door = matrix[`GET ${path}`]
    const isScreen =
      file !== 'routes/layout.tsx' && /^export default/m.test(readFileSync(`app/${file}`, 'utf8'))
    if (!isScreen) return []
    if (!door) throw new Error(`tests/access/matrix.ts does not say who may read ${path}`)
    return [{ path, door, verb: matrix[`POST ${path}`] }]
  })
}

/** As those see it for whom it is meant. */
export function meantFor(screen: Screen, objects: Objects): Visit[] {
  const { path, door } = screen
  const address = addressOf(screen, objects)
  const status = door.done ?? 200
  const somebody = door.may.find((part) => part !== 'stranger' && seersOf(door).includes(part))
  const lookers: Part[] = [...(door.open && door.may.includes('stranger') ? ['stranger' as const] : [])]
  if (somebody && path !== '/sign-in') lookers.push(somebody)
  return lookers.map((as) => ({ what: 'with data', as, address, status }))
}

/** As it is before anybody has done anything; only where it does not name an object. */
export function empty(screen: Screen): Visit[] {
  const { path, door } = screen
  const somebody = door.may.find((part) => part !== 'stranger')
  if (path.includes(':id') || door.open || door.query || !somebody) return []
  return [{ what: 'empty', as: somebody, address: path, status: 200 }]
}

/** What those get who may see the object, but not do this. */
export function forbidden(screen: Screen, objects: Objects): Visit[] {
  const { door } = screen
  const other = door.open ? undefined : seersOf(door).find((part) => !door.may.includes(part))
  return other ? [{ what: 'forbidden', as: other, address: addressOf(screen, objects), status: 403 }] : []
}

export function missing({ path, door }: Screen): Visit[] {
  const somebody = door.may.find((part) => part !== 'stranger')
  if (!path.includes(':id') || !somebody) return []
  return [{ what: 'missing', as: somebody, address: path.replace(':id', String(missingId)), status: 404 }]
}

export function addressOf({ path, door: { id, of, query } }: Screen, objects: Objects): string {
  const key = id?.(objects) ?? (of ? objects.ids[of] : 0)
  return path.replace(':id', String(key)).replace('*', 'nowhere') + (query?.(objects) ?? '')
}

function seersOf({ of, seenBy, open }: Door): readonly Part[] {
  return seenBy ?? (of ? readers[of] : open ? parts : signed)
}
