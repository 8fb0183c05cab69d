import { type AnyDb, createIndex, createTable, flag, mayReference, references, text } from '../columns'

/** Lists that are brought in with a preview: the file, what it would do line by line, and what became of it. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'imports', {
    id: 'key',
    list: text,
    fileName: text,
    encoding: text,
    content: text,
    mapping: text,
    headings: `text not null default '[]'`,
    uploadedAt: text,
    uploadedById: mayReference('people'),
    rows: 'whole not null default 0',
    workedAt: 'text',
    progress: 'whole not null default 0',
    failure: 'text',
    previewedAt: 'text',
    fingerprint: 'text',
    added: 'whole not null default 0',
    changed: 'whole not null default 0',
    unchanged: 'whole not null default 0',
    missing: 'whole not null default 0',
    errors: 'whole not null default 0',
    appliedAt: 'text',
    appliedById: mayReference('people'),
    endedMissing: flag,
    undoneAt: 'text',
    undoneById: mayReference('people'),
    discardedAt: 'text',
  })
  await createTable(db, 'importLines', {
    id: 'key',
    importId: references('imports'),
    outcome: text,
    row: 'whole',
    about: text,
    sentence: text,
    before: 'text',
    after: 'text',
    cells: 'text',
  })
  await createIndex(db, 'importLines', 'importId, outcome, id')
  await createTable(db, 'importColumns', { list: text, columnName: text, heading: 'text', fixed: 'text' }, [
    'primary key ("list", "columnName")',
  ])
}
