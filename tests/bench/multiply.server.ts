import { sql, type Transaction } from 'kysely'
import type { Db } from '#app/domain/context'
import type { Seal } from '#app/domain/events/log.server'
import { practiceReceiptNumber } from '#app/domain/practices/practice'
import { receiptNumberOf } from '#app/domain/proposals/receipt'
import { findTerms, writeTerms } from '#app/domain/search/indexing.server'
import { isPostgres } from '#db/connect.server'
import { countShelf } from '#db/migrations/0066-library'
import { countShelfProjects } from '#db/migrations/0110-shelf-projects'
import type { Database } from '#db/schema'
import { insert, type KeyIn, keysOf, receiptStride, withNumbers, writeHistory } from './copying.server'
import { type Originals, readOriginals, type Row } from './originals'
import { addressKeys, shapes, type Table } from './shapes'

/**
 * Makes a town of about `size` reports and proposals out of a smaller one whose rows the commands have written: what is
 * over there is copied under other keys and numbers, with its history, its messages and its place in shelf, figures and
 * text index. What is still open stays as it is, as it would in a town with a longer past. Returns how many there are.
 */
export async function multiply(
  writer: Db,
  seal: Seal,
  size: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  const originals = await readOriginals(writer)
  const before = await countMatters(writer)
  const copies = Math.round(Math.max(0, size - before) / originals.matters)
  const terms = await readTerms(writer, originals)
  for (let copy = 1; copy <= copies; copy += 1) {
    await writer.transaction().execute((tx) => writeCopy(tx, seal, originals, terms, copy))
    onProgress(before + copy * originals.matters)
  }
  await bringUpToDate(writer)
  return before + copies * originals.matters
}

async function writeCopy(
  tx: Transaction<Database>,
  seal: Seal,
  originals: Originals,
  terms: ReadonlyMap<number, readonly string[]>,
  copy: number,
): Promise<void> {
  const keyIn = keysOf(originals, copy)
  for (const [table, columns] of Object.entries(shapes) as [Table, Readonly<Record<string, Table>>][]) {
    const rows = originals.rows.get(table) ?? []
    await insert(
      tx,
      table,
      rows.map((row) => withReceipt(table, withKeys(row, columns, keyIn), copy)),
    )
  }
  const seqs = await writeHistory(tx, seal, originals, keyIn, copy)
  const { notifications } = originals
  await insert(
    tx,
    'notifications',
    notifications.map(({ id: _, ...row }) => ({
      ...row,
      eventSeq: seqs.get(row.eventSeq) ?? 0,
      text: withNumbers(row.text, copy),
      path: row.path.replace(/\/(\w+)\/(\d+)/, (path, word: string, id: string) => {
        const table = addressKeys[word]
        return table ? `/${word}/${keyIn(table, Number(id))}` : path
      }),
      readAt: row.readAt ?? row.createdAt, // the past has been read
    })),
  )
  for (const [improvementId, words] of terms)
    await writeTerms(tx, keyIn('improvements', improvementId), words)
}

function withKeys(row: Row, columns: Readonly<Record<string, Table>>, keyIn: KeyIn): Row {
  const moved = Object.entries(columns).map(([column, table]) => {
    const key = row[column]
    return [column, typeof key === 'number' ? keyIn(table, key) : null]
  })
  return { ...row, ...Object.fromEntries(moved) }
}

function withReceipt(table: Table, row: Row, copy: number): Row {
  if (typeof row['receiptSeq'] !== 'number') return row
  const receiptSeq = row['receiptSeq'] + copy * receiptStride
  const numberOf = table === 'practices' ? practiceReceiptNumber : receiptNumberOf
  return { ...row, receiptSeq, receiptNumber: numberOf(Number(row['fiscalYear']), receiptSeq) }
}

/** What the product itself would index of each improvement: the copies have the same texts. */
async function readTerms(db: Db, { rows }: Originals): Promise<Map<number, string[]>> {
  const terms = new Map<number, string[]>()
  for (const { practiceId, proposalId } of rows.get('improvements') ?? []) {
    const source = typeof practiceId === 'number' ? { practiceId } : { proposalId: Number(proposalId) }
    const found = await findTerms(db, source)
    if (found) terms.set(found.improvementId, found.terms)
  }
  return terms
}

async function countMatters(db: Db): Promise<number> {
  const count = async (table: 'practices' | 'proposals') =>
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count
  return Number(await count('practices')) + Number(await count('proposals'))
}

/** Summaries, and on PostgreSQL the planner's statistics and the numbers that new rows go on from. */
async function bringUpToDate(db: Db): Promise<void> {
  await db
    .updateTable('attainments')
    .set((eb) => ({
      improvements: eb
        .selectFrom('countedImprovements')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('countedImprovements.fiscalYear', '=', 'attainments.fiscalYear')
        .whereRef('countedImprovements.projectId', '=', 'attainments.projectId'),
    }))
    .execute()
  await countShelf(db)
  await countShelfProjects(db)
  if (!isPostgres(db)) return
  await sql`analyze`.execute(db) // as its own vacuum does; SQLite has no statistics in production either
  const numbered = Object.entries(shapes).flatMap(([table, columns]) =>
    'id' in columns ? [[table, 'id']] : [],
  )
  for (const [table = '', column = ''] of [...numbered, ['events', 'seq']]) {
    await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, ${column}), max(${sql.ref(column)})) from ${sql.table(table)}`.execute(
      db,
    )
  }
}
