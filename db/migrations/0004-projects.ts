import { type AnyDb, createIndex, createTable, flag, references, text } from '../columns'

/** Campaigns of proposals, and the 事務事業 of each year. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'campaigns', {
    id: 'key',
    fiscalYear: 'whole not null references "fiscalYears" ("fiscalYear")',
    name: text,
    opensOn: text,
    closesOn: 'text',
    departmentMayDecide: flag,
  })
  await createIndex(db, 'campaigns', 'fiscalYear')
  await createTable(db, 'themes', { id: 'key', campaignId: references('campaigns'), title: text })
  await createIndex(db, 'themes', 'campaignId')

  await createTable(db, 'measures', {
    id: 'key',
    code: 'text not null unique',
    level: `text not null check ("level" in ('chapter', 'section', 'measure'))`,
    name: text,
    parentCode: 'text',
  })
  await createTable(db, 'projects', { id: 'key' })
  await createTable(
    db,
    'projectYears',
    {
      id: 'key',
      projectId: references('projects'),
      fiscalYear: 'whole not null references "fiscalYears" ("fiscalYear")',
      code: text,
      name: text,
      departmentId: references('departments'),
      measureCode: 'text',
      measureName: 'text',
      inScope: flag,
      excludedReason: 'text',
    },
    ['unique ("fiscalYear", "code")', 'unique ("projectId", "fiscalYear")'],
  )
  await createIndex(db, 'projectYears', 'departmentId, fiscalYear')
  await createTable(
    db,
    'projectSuccessors',
    {
      fromProjectYearId: references('projectYears'),
      toProjectYearId: references('projectYears'),
      kind: `text not null check ("kind" in ('renamed', 'transferred', 'merged'))`,
    },
    ['primary key ("fromProjectYearId", "toProjectYearId")'],
  )
}
