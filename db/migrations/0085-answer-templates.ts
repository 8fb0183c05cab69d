import { type AnyDb, createIndex, createTable, longText, mayReference, references, text } from '../columns'

/** 回答のひな形 of a department. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'answerTemplates', {
    id: 'key',
    departmentId: references('departments'),
    name: text,
    grounds: longText,
    conditions: longText,
    possibleWhen: longText,
    wordToProposer: longText,
    version: 'whole not null default 1',
    writtenAt: text,
    writtenById: references('people'),
    retiredAt: 'text',
    retiredById: mayReference('people'),
  })
  await createIndex(db, 'answerTemplates', 'departmentId, name')
}
