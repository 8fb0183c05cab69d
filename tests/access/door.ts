import type { Objects, Thing } from './objects.server'
import type { Part } from './parts.server'

/** What one loader or action answers to whom. */
export interface Door {
  /** The object that the address names; whoever may not read it gets 404, exactly as for one that does not exist. */
  readonly of?: Thing
  /** Who may read it, where that is not for the object to say. */
  readonly seenBy?: readonly Part[]
  /** Strangers are let in, though they may be sent on from there. */
  readonly open?: true
  /** The key in the address where it is another one than that of the object. */
  readonly id?: (objects: Objects) => number
  /** Of those who may read it, who may come in; the others get 403. */
  readonly may: readonly Part[]
  /** What those get: 200 of a loader and 302 of an action, where nothing else is said. */
  readonly done?: number
  readonly query?: (objects: Objects) => string
  /** What is typed; complete, so that only the person can be the reason for a refusal. */
  readonly form?: (objects: Objects) => Readonly<Record<string, string>>
}

/** By 「GET /proposals/:id」. */
export type Doors = Readonly<Record<string, Door>>

/** A page that asks and the verb that does, open to the same people. */
export function both(path: string, door: Door): Doors {
  return { [`GET ${path}`]: door, [`POST ${path}`]: door }
}
