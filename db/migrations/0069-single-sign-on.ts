import {
  addColumn,
  type AnyDb,
  createIndex,
  createTable,
  flag,
  mayReference,
  references,
  text,
} from '../columns'

/** Who somebody of the identity provider is, what the town has decided about it, and how a session began. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'subjectLinks', {
    personId: 'whole not null primary key references "people" ("id")',
    issuer: text,
    subject: text,
    linkedAt: text,
    linkedById: mayReference('people'),
  })
  await createIndex(db, 'subjectLinks', 'issuer, subject', undefined, true)
  await createTable(db, 'signInRules', {
    id: 'key',
    bindsByNumber: flag,
    refusesPasswords: flag,
    setAt: text,
    setById: references('people'),
  })
  await addColumn(db, 'sessions', 'way', "text not null default 'password'")
}
