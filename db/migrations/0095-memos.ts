import {
  addColumn,
  type AnyDb,
  createIndex,
  createTable,
  isPostgres,
  longText,
  mayReference,
  references,
  run,
  text,
} from '../columns'

/** 気づきメモ of a person, who thinks along, and its photo. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'memos', {
    id: 'key',
    personId: references('people'),
    text,
    writtenAt: text,
    sharing: "text not null default 'nobody'",
    departmentId: mayReference('departments'),
    sharedAt: 'text',
    practiceId: 'whole',
    proposalId: 'whole',
    removedAt: 'text',
    version: 'whole not null default 1',
  })
  await createIndex(db, 'memos', 'personId, id')
  await createIndex(db, 'memos', 'sharing, id', `"sharing" <> 'nobody' and "removedAt" is null`)
  await createIndex(db, 'memos', 'practiceId', '"practiceId" is not null')
  await createIndex(db, 'memos', 'proposalId', '"proposalId" is not null')
  await createIndex(db, 'memos', 'removedAt', '"removedAt" is not null')
  await createTable(
    db,
    'memoCompanions',
    { memoId: references('memos'), personId: references('people'), joinedAt: text },
    ['primary key ("memoId", "personId")'],
  )
  await createIndex(db, 'memoCompanions', 'personId, memoId')
  await (isPostgres(db) ? widen(db) : rebuild(db))
  await createIndex(db, 'attachments', 'memoId, id', '"memoId" is not null')
}

const belongsToOne = `check (
  (case when "proposalId" is null then 0 else 1 end) + (case when "practiceId" is null then 0 else 1 end)
    + (case when "memoId" is null then 0 else 1 end) = 1
)`

async function widen(db: AnyDb): Promise<void> {
  await addColumn(db, 'attachments', 'memoId', mayReference('memos'))
  await run(db, 'alter table "attachments" drop constraint "attachments_check"')
  await run(db, `alter table "attachments" add constraint "attachments_check" ${belongsToOne}`)
}

/**
 * SQLite changes no check of a table that is there. The counter of the keys goes along: browsers keep a photo by its
 * address, so a key that was given once is never given again.
 */
async function rebuild(db: AnyDb): Promise<void> {
  const columns = {
    id: 'key',
    proposalId: mayReference('proposals'),
    practiceId: mayReference('practices'),
    place: text,
    fileName: text,
    mediaType: text,
    bytes: 'whole not null',
    sha256: text,
    thumbnailSha256: 'text',
    width: 'whole',
    height: 'whole',
    description: longText,
    uploadedAt: text,
    uploadedById: references('people'),
  }
  const names = Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(', ')
  await createTable(db, 'attachmentsAnew', { ...columns, memoId: mayReference('memos') }, [belongsToOne])
  await run(db, `insert into "attachmentsAnew" (${names}) select ${names} from "attachments"`)
  await run(db, `delete from "sqlite_sequence" where "name" = 'attachmentsAnew'`)
  await run(
    db,
    `insert into "sqlite_sequence" ("name", "seq")
     select 'attachmentsAnew', "seq" from "sqlite_sequence" where "name" = 'attachments'`,
  )
  await run(db, 'drop table "attachments"')
  await run(db, 'alter table "attachmentsAnew" rename to "attachments"')
  await createIndex(db, 'attachments', 'proposalId, id', '"proposalId" is not null')
  await createIndex(db, 'attachments', 'practiceId, id', '"practiceId" is not null')
  await createIndex(db, 'attachments', 'sha256')
  await createIndex(db, 'attachments', 'thumbnailSha256', '"thumbnailSha256" is not null')
}
