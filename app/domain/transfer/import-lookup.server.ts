import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Encoding } from './encoding'
import type { ImportFacts } from './import'
import type { Line, Outcome } from './difference'
import type { ImportedList } from './list'
import type { Mapping, Remembered } from './mapping'

export interface PreviewLine {
  readonly id: number
  readonly row: number | null
  readonly about: string
  readonly sentence: string
}

/** Throws NotFound. */
export async function findImport(db: Db, id: number): Promise<ImportFacts> {
  const row = await selectImports(db).where('imports.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return factsOf(row)
}

/** Of these lists, the latest first. */
export async function listImports(
  db: Db,
  lists: readonly ImportedList[],
  limit = 50,
): Promise<ImportFacts[]> {
  const rows = await selectImports(db)
    .where('imports.list', 'in', lists)
    .orderBy('imports.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(factsOf)
}

/** The text of the file. Throws NotFound. */
export async function findContent(db: Db, id: number): Promise<string> {
  const row = await db.selectFrom('imports').select('content').where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return row.content
}

/** Lines of one outcome in the order of the file, after the line with that key. */
export async function listPreviewLines(
  db: Db,
  importId: number,
  outcome: Outcome,
  { after = 0, limit = 100 }: { after?: number | undefined; limit?: number } = {},
): Promise<PreviewLine[]> {
  return db
    .selectFrom('importLines')
    .select(['id', 'row', 'about', 'sentence'])
    .where('importId', '=', importId)
    .where('outcome', '=', outcome)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** The rows that could not be brought in as they stood in the file, with the reason in a column of its own before them. */
export async function listErrorRows(db: Db, importId: number): Promise<string[][]> {
  const { headings } = await db
    .selectFrom('imports')
    .select('headings')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('importLines')
    .select(['sentence', 'cells'])
    .where('importId', '=', importId)
    .where('outcome', '=', 'error')
    .orderBy('id')
    .execute()
  return [
    ['理由', ...(JSON.parse(headings) as string[])],
    ...rows.map(({ sentence, cells }) => [sentence, ...(JSON.parse(cells ?? '[]') as string[])]),
  ]
}

/** The lines before and after, of these outcomes: what undoing needs. */
export async function listWrittenLines(db: Db, importId: number, outcomes: readonly Outcome[]) {
  const rows = await db
    .selectFrom('importLines')
    .select(['outcome', 'about', 'before', 'after'])
    .where('importId', '=', importId)
    .where('outcome', 'in', outcomes)
    .orderBy('id')
    .execute()
  return rows.map(({ outcome, about, before, after }) => ({
    outcome,
    about,
    before: before === null ? null : (JSON.parse(before) as Line),
    after: after === null ? null : (JSON.parse(after) as Line),
  }))
}

export async function listRemembered(db: Db, list: ImportedList): Promise<Remembered[]> {
  return db
    .selectFrom('importColumns')
    .select(['columnName', 'heading', 'fixed'])
    .where('list', '=', list)
    .orderBy('columnName')
    .limit(100)
    .execute()
}

function selectImports(db: Db) {
  return db
    .selectFrom('imports')
    .leftJoin('people as uploaders', 'uploaders.id', 'imports.uploadedById')
    .leftJoin('people as appliers', 'appliers.id', 'imports.appliedById')
    .select(['imports.id', 'imports.list', 'imports.fileName', 'imports.encoding', 'imports.mapping'])
    .select(['imports.uploadedAt', 'uploaders.name as uploadedBy', 'imports.rows', 'imports.workedAt'])
    .select(['imports.progress', 'imports.failure', 'imports.previewedAt', 'imports.fingerprint'])
    .select(['imports.added', 'imports.changed', 'imports.unchanged', 'imports.missing', 'imports.errors'])
    .select(['imports.appliedAt', 'appliers.name as appliedBy', 'imports.endedMissing'])
    .select(['imports.undoneAt', 'imports.discardedAt'])
}

function factsOf({
  added,
  changed,
  unchanged,
  missing,
  errors,
  ...row
}: Awaited<ReturnType<ReturnType<typeof selectImports>['execute']>>[number]): ImportFacts {
  return {
    ...row,
    list: row.list as ImportedList,
    encoding: row.encoding as Encoding,
    mapping: JSON.parse(row.mapping) as Mapping,
    counts: { added, changed, unchanged, missing, error: errors },
    endedMissing: row.endedMissing === 1,
  }
}
