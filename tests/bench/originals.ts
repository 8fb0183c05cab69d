import type { Selectable } from 'kysely'
import type { Db } from '#app/domain/context'
import type { EventRow, NotificationRow } from '#db/schema'
import { shapes, type Table } from './shapes'

export type Row = Readonly<Record<string, string | number | null>>

/** What a town has that is over: it can be copied as often as one likes, and nobody has more to do. */
export interface Originals {
  readonly rows: ReadonlyMap<Table, readonly Row[]>
  readonly events: readonly Selectable<EventRow>[]
  readonly notifications: readonly Selectable<NotificationRow>[]
  /** The keys of what is copied; a key outside stays as it is. */
  readonly keys: ReadonlyMap<Table, ReadonlySet<number>>
  /** So far apart lie the keys of two copies. */
  readonly strides: ReadonlyMap<Table, number>
  readonly matters: number
}

/** Merged ones stay alone: the one that goes on would credit all their copies. */
const over: Readonly<Partial<Record<Table, readonly string[]>>> = {
  practices: ['confirmed'],
  proposals: ['completed', 'closed', 'informed', 'notAccepted', 'withdrawn'],
}

export async function readOriginals(db: Db): Promise<Originals> {
  const rows = new Map<Table, readonly Row[]>()
  const keys = new Map<Table, Set<number>>()
  const strides = new Map<Table, number>()
  for (const [table, columns] of Object.entries(shapes) as [Table, Readonly<Record<string, Table>>][]) {
    const all = (await db.selectFrom(table).selectAll().execute()) as unknown as Row[]
    const copied = all.filter((row) => isOver(table, row) && belongs(table, row, columns, keys))
    rows.set(table, copied)
    if (!('id' in columns)) continue
    keys.set(table, new Set(copied.map(({ id }) => Number(id))))
    strides.set(table, Math.max(0, ...all.map(({ id }) => Number(id))))
  }
  const isCopied = (table: Table, id: number | null) => id !== null && keys.get(table)?.has(id) === true
  const events = await db.selectFrom('events').selectAll().orderBy('seq').execute()
  const copiedEvents = events.filter(
    ({ practiceId, proposalId }) => isCopied('practices', practiceId) || isCopied('proposals', proposalId),
  )
  const seqs = new Set(copiedEvents.map(({ seq }) => seq))
  const notifications = await db.selectFrom('notifications').selectAll().orderBy('id').execute()
  return {
    ...{ rows, keys, strides, events: copiedEvents },
    notifications: notifications.filter(({ eventSeq }) => seqs.has(eventSeq)),
    matters: (keys.get('practices')?.size ?? 0) + (keys.get('proposals')?.size ?? 0),
  }
}

function isOver(table: Table, { stage }: Row): boolean {
  return over[table]?.includes(String(stage)) ?? true
}

/** To what is copied; where its keys are of tables still to come, these follow it. */
function belongs(
  table: Table,
  row: Row,
  columns: Readonly<Record<string, Table>>,
  keys: ReadonlyMap<Table, ReadonlySet<number>>,
): boolean {
  return Object.entries(columns).every(([column, of]) => {
    const value = row[column]
    const known = of === table ? undefined : keys.get(of)
    return value === null || known === undefined || known.has(Number(value))
  })
}
