import type { FileStore } from '#app/domain/attachments/file-store.server'
import type { Ctx, Db } from '#app/domain/context'
import { systemPersonId } from '#app/domain/organisation/actor'
import { headOf } from '#app/domain/organisation/appointments.server'
import { listSeatHolders } from '#app/domain/organisation/seats.server'
import type { Body } from '#app/domain/organisation/seat'
import { transact, type World } from '#app/domain/transact.server'
import { dayOfMoment, type Moment } from './moments'

export type Command<T> = (ctx: Ctx) => Promise<T>

/** Something that somebody did at a moment. All of them are carried out in the order of time. */
export interface Act {
  readonly at: Moment
  perform(loading: Loading): Promise<void>
}

/** The town while it is being loaded: each command has its own person and its own time. */
export interface Loading {
  readonly db: Db
  act<T>(at: Moment, personId: number, command: Command<T>): Promise<T>
  bySystem<T>(at: Moment, command: Command<T>): Promise<T>
  /** Where photos are put; null in a town without any. */
  readonly files: FileStore | null
}

export function startLoading(
  { writer, seal }: Pick<World, 'writer' | 'seal'>,
  files: FileStore | null = null,
): Loading {
  let now = new Date(0)
  const world: World = { writer, seal, now: () => now }
  const act = async <T>(at: Moment, personId: number, command: Command<T>): Promise<T> => {
    now = new Date(at)
    return transact(world, personId, command)
  }
  return { db: writer, files, act, bySystem: (at, command) => act(at, systemPersonId, command) }
}

/** The key of whatever a line names. Throws for a line that names nothing of the town. */
export function keyOf(keys: ReadonlyMap<string, number>, name: string): number {
  const key = keys.get(name)
  if (key === undefined) throw new Error(`The sample town has no ${name}`)
  return key
}

/** The head of the first of these departments that has one on that day, leaving out some people. */
export async function headAt(
  { db }: Loading,
  departmentIds: readonly (number | null)[],
  at: Moment,
  except: readonly number[] = [],
): Promise<number | null> {
  for (const departmentId of departmentIds) {
    const head = departmentId === null ? undefined : await headOf(db, departmentId, dayOfMoment(at))
    if (head && !except.includes(head.personId)) return head.personId
  }
  return null
}

/** A holder of the body on that day who is none of these people; the chair where there is a choice. */
export async function holderAt(
  { db }: Loading,
  body: Body,
  at: Moment,
  except: readonly number[] = [],
): Promise<number> {
  const holders = await listSeatHolders(db, body, dayOfMoment(at))
  const holder = holders.find(({ personId }) => !except.includes(personId))
  if (!holder) throw new Error(`Nobody sits on ${body} at ${at}`)
  return holder.personId
}
