import {
  type AnyDb,
  createIndex,
  createTable,
  longText,
  mayReference,
  references,
  run,
  text,
} from '../columns'

/** 横展開: who takes an improvement up, thanks, comments and who follows it. */
export async function up(db: AnyDb): Promise<void> {
  await run(db, 'alter table "improvements" add column "copies" integer not null default 0')
  await createTable(
    db,
    'spreads',
    {
      id: 'key',
      improvementId: references('improvements'),
      departmentId: references('departments'),
      projectId: mayReference('projects'),
      state: text,
      stateSince: text,
      plannedFor: longText,
      note: longText,
      reason: longText,
      practiceId: 'whole',
      begunById: references('people'),
      begunAt: text,
      version: 'whole not null default 1',
    },
    ['unique ("improvementId", "departmentId")'],
  )
  await createIndex(db, 'spreads', 'departmentId, id')
  await createIndex(db, 'spreads', 'practiceId', '"practiceId" is not null')
  await createTable(
    db,
    'spreadMembers',
    { spreadId: references('spreads'), personId: references('people'), joinedAt: text },
    ['primary key ("spreadId", "personId")'],
  )
  await createTable(db, 'remarks', {
    id: 'key',
    improvementId: references('improvements'),
    personId: references('people'),
    kind: text,
    text: longText,
    remarkedAt: text,
  })
  await createIndex(db, 'remarks', 'improvementId, id')
  await createTable(
    db,
    'follows',
    { improvementId: references('improvements'), personId: references('people'), followedAt: text },
    ['primary key ("improvementId", "personId")'],
  )
}
