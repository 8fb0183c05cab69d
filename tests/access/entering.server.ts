import type { Door } from './door'
import { type Objects, readers } from './objects.server'
import { type Part, parts, signed } from './parts.server'

/** The key in the address, 0 where there is none. */
export function keyOf({ of, id }: Door, objects: Objects): number {
  return id?.(objects) ?? (of ? objects.ids[of] : 0)
}

/** Who does not get 404. */
export function seenBy({ of, seenBy: named, open }: Door): readonly Part[] {
  return named ?? (of ? readers[of] : open ? parts : signed)
}

/** Who gets in. */
export function letIn(door: Door): readonly Part[] {
  return door.may.filter((part) => seenBy(door).includes(part))
}
