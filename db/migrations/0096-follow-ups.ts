import {
  addColumn,
  type AnyDb,
  createIndex,
  createTable,
  longText,
  mayReference,
  references,
  run,
  text,
} from '../columns'

/** その後: what became of an improvement some months after it was confirmed or carried out. */
export async function up(db: AnyDb): Promise<void> {
  await addColumn(db, 'fiscalYears', 'followUpMonths', 'whole not null default 12')
  await createTable(
    db,
    'followUps',
    {
      id: 'key',
      improvementId: references('improvements'),
      personId: references('people'),
      departmentId: references('departments'),
      dueOn: text,
      outcome: `text check ("outcome" in ('inUse', 'changed', 'ended', 'skipped'))`,
      word: longText,
      minutesPerYear: 'whole',
      yenPerYear: 'whole',
      answeredAt: 'text',
      answeredById: mayReference('people'),
      answeredForId: mayReference('people'),
      version: 'whole not null default 1',
    },
    ['unique ("improvementId")'],
  )
  await createIndex(db, 'followUps', 'personId, dueOn', '"outcome" is null')
  await createIndex(db, 'followUps', 'departmentId, dueOn', '"outcome" is null')
  await askOfTheLastYear(db)
}

/** Of what was there before: the last twelve months alone, or a whole city would be asked of ten years on one morning. */
async function askOfTheLastYear(db: AnyDb): Promise<void> {
  const yearAgo = new Date(Date.now() - 365 * 24 * 60 * 60 * 1000).toISOString()
  const ask = (person: string, department: string, table: string, at: string, key: string) =>
    run(
      db,
      `insert into "followUps" ("improvementId", "personId", "departmentId", "dueOn")
       select i."id", t."${person}", t."${department}",
         cast(cast(substr(t."${at}", 1, 4) as integer) + 1 as text)
           || replace(substr(t."${at}", 5, 6), '-02-29', '-02-28')
       from "${table}" t join "improvements" i on i."${key}" = t."${key === 'practiceId' ? 'id' : 'proposalId'}"
       where t."${at}" >= '${yearAgo}' and t."${person}" is not null`,
    )
  await ask('reporterId', 'departmentId', 'practices', 'confirmedAt', 'practiceId')
  await ask('completedById', 'departmentId', 'implementations', 'completedAt', 'proposalId')
}
