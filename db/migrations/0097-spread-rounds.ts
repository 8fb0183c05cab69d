import { type AnyDb, createIndex, createTable, longText, mayReference, references, text } from '../columns'

/** 「うちの課では？」: an improvement about which sections are asked whether it would do for them. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'spreadRounds', {
    id: 'key',
    improvementId: references('improvements'),
    word: longText,
    dueOn: text,
    openedAt: text,
    openedById: references('people'),
    closedAt: 'text',
    closedById: mayReference('people'),
    version: 'whole not null default 1',
  })
  await createIndex(db, 'spreadRounds', 'improvementId', '"closedAt" is null', true)
  await createTable(
    db,
    'spreadRoundSections',
    {
      id: 'key',
      roundId: references('spreadRounds'),
      departmentId: references('departments'),
      answer: `text check ("answer" in ('adopt', 'done', 'notApplicable'))`,
      reason: longText,
      answeredAt: 'text',
      answeredById: mayReference('people'),
      answeredForId: mayReference('people'),
      version: 'whole not null default 1',
    },
    ['unique ("roundId", "departmentId")'],
  )
  await createIndex(db, 'spreadRoundSections', 'departmentId, roundId')
}
