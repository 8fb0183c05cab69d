import { type AnyDb, createIndex, createTable, isPostgres, run, text } from '../columns'

/** The append-only log of everything that happened, and the one-time keys of forms. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'events', {
    seq: 'key',
    at: text,
    kind: text,
    actorId: 'whole',
    actorPost: 'text',
    proposalId: 'whole',
    practiceId: 'whole',
    payload: text,
    requestId: 'text',
    prevHash: text,
    hash: text,
  })
  await createIndex(db, 'events', 'proposalId, seq', '"proposalId" is not null')
  await createIndex(db, 'events', 'practiceId, seq', '"practiceId" is not null')
  await createIndex(db, 'events', 'actorId, seq')
  await forbidRewriting(db)

  await createTable(
    db,
    'formKeys',
    { personId: 'whole not null', key: text, outcome: text, createdAt: text },
    ['primary key ("personId", "key")'],
  )
  await createIndex(db, 'formKeys', 'createdAt')
}

async function forbidRewriting(db: AnyDb): Promise<void> {
  if (isPostgres(db)) {
    await run(
      db,
      `create function "refuseRewriting"() returns trigger language plpgsql as
       $$ begin raise exception 'events are append-only'; end $$`,
    )
    await run(
      db,
      `create trigger "eventsAppendOnly" before update or delete or truncate on "events"
       for each statement execute function "refuseRewriting"()`,
    )
    return
  }
  for (const verb of ['update', 'delete']) {
    await run(
      db,
      `create trigger "eventsNo_${verb}" before ${verb} on "events"
       begin select raise(abort, 'events are append-only'); end`,
    )
  }
}
