import type { Selectable, Transaction } from 'kysely'
import { lineOf, type Seal } from '#app/domain/events/log.server'
import type { Database, EventRow } from '#db/schema'
import type { Originals, Row } from './originals'
import { payloadKeys, returnsOf, type Table } from './shapes'

/** Larger than any year's last number of the town. */
export const receiptStride = 1_000
const mostParameters = 16_000

export type KeyIn = (table: Table, key: number) => number

/** A key as this copy has it; of what is not copied, as it was. */
export function keysOf({ keys, strides }: Originals, copy: number): KeyIn {
  return (table, key) => (keys.get(table)?.has(key) ? key + copy * (strides.get(table) ?? 0) : key)
}

/** Receipt numbers in a text, as this copy has them. */
export function withNumbers(text: string, copy: number): string {
  return text.replace(/\b(R\d+)-(\d+)\b/g, (_, year: string, seq: string) => {
    return `${year}-${String(Number(seq) + copy * receiptStride).padStart(seq.length, '0')}`
  })
}

/** Goes on with the chain of the log. Returns the new number of each event. */
export async function writeHistory(
  tx: Transaction<Database>,
  seal: Seal,
  { events }: Originals,
  keyIn: KeyIn,
  copy: number,
): Promise<Map<number, number>> {
  const last = await tx
    .selectFrom('events')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  let { seq, hash: prevHash } = last
  const seqs = new Map<number, number>()
  const rows = events.map((event): Selectable<EventRow> => {
    seq += 1
    seqs.set(event.seq, seq)
    const line = {
      ...event,
      ...{ seq, prevHash },
      practiceId: event.practiceId && keyIn('practices', event.practiceId),
      proposalId: event.proposalId && keyIn('proposals', event.proposalId),
      payload: payloadIn(event, keyIn, copy),
    }
    prevHash = seal(lineOf(line))
    return { ...line, hash: prevHash }
  })
  await insert(
    tx,
    'events',
    rows.map((row): Row => ({ ...row })),
  )
  return seqs
}

function payloadIn(
  { kind, payload }: Pick<EventRow, 'kind' | 'payload'>,
  keyIn: KeyIn,
  copy: number,
): string {
  const fields = JSON.parse(payload) as Record<string, unknown>
  const moved = Object.entries(fields).map(([name, value]) => {
    const table = name === 'returnId' ? returnsOf(kind) : payloadKeys[name]
    if (table && typeof value === 'number') return [name, keyIn(table, value)]
    return [name, name === 'receiptNumber' ? withNumbers(String(value), copy) : value]
  })
  return JSON.stringify(Object.fromEntries(moved))
}

export async function insert(tx: Transaction<Database>, table: Table, rows: readonly Row[]): Promise<void> {
  const atOnce = Math.floor(mostParameters / Math.max(1, Object.keys(rows[0] ?? {}).length))
  for (let start = 0; start < rows.length; start += atOnce) {
    await tx
      .insertInto(table)
      .values(rows.slice(start, start + atOnce) as never)
      .execute()
  }
}
