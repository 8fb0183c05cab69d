import { type AnyDb, createIndex, createTable, mayReference } from '../columns'

/** 保存期間: for how many years each kind is kept, counted from the April after it was made. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'retentionRules', {
    what: `text not null primary key check ("what" in ('notifications', 'imports'))`,
    years: 'whole not null',
    setAt: 'text not null',
    setById: mayReference('people'),
  })
  await createIndex(db, 'notifications', 'createdAt')
  await createIndex(db, 'imports', 'uploadedAt')
}
