import { type AnyDb, addColumn, createIndex, createTable, mayReference, run } from '../columns'

const retained = ['notifications', 'imports', 'withdrawnFiles']

/**
 * 下書き that nobody touches for long go on a day of which their authors are told, and the files of withdrawn proposals have
 * a period of their own.
 */
export async function up(db: AnyDb): Promise<void> {
  for (const table of ['proposals', 'practices']) {
    await addColumn(db, table, 'expiresOn', 'text')
    await createIndex(db, table, 'updatedAt', "stage = 'draft'")
  }
  await createTable(db, 'draftRules', {
    id: 'key',
    months: 'whole',
    warnDays: 'whole not null',
    setAt: 'text not null',
    setById: mayReference('people'),
  })
  await createIndex(db, 'withdrawals', 'withdrawnAt')
  await allowMore(db)
}

/** Only one of the databases can change the check of a column; a table of so few rows is simply made anew. */
async function allowMore(db: AnyDb): Promise<void> {
  const rows = await db.selectFrom('retentionRules').selectAll().execute()
  await run(db, 'drop table "retentionRules"')
  await createTable(db, 'retentionRules', {
    what: `text not null primary key check ("what" in (${retained.map((what) => `'${what}'`).join(', ')}))`,
    years: 'whole not null',
    setAt: 'text not null',
    setById: mayReference('people'),
  })
  if (rows.length > 0) await db.insertInto('retentionRules').values(rows).execute()
}
