import { type AnyDb, createIndex, createTable, references, text } from '../columns'

export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'accounts', {
    personId: 'whole not null primary key references "people" ("id")',
    passwordHash: text,
    initialUntil: 'text',
    passwordChangedAt: text,
    disabledAt: 'text',
    lastSignedInAt: 'text',
    failuresSince: 'whole not null default 0',
  })
  await createTable(db, 'sessions', {
    idHash: 'text not null primary key',
    personId: references('people'),
    createdAt: text,
    expiresAt: text,
  })
  await createIndex(db, 'sessions', 'personId')
  await createIndex(db, 'sessions', 'expiresAt')
  await createTable(db, 'interruptedForms', {
    tokenHash: 'text not null primary key',
    personId: references('people'),
    path: text,
    body: text,
    createdAt: text,
  })
  await createIndex(db, 'interruptedForms', 'createdAt')
}
