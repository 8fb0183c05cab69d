import {
  type AnyDb,
  createIndex,
  createTable,
  flag,
  isPostgres,
  longText,
  mayReference,
  references,
  run,
  text,
} from '../columns'

/** The library's shelf with its full text index, the evidence of the indicator, and the inbox. */
export async function up(db: AnyDb): Promise<void> {
  await createShelf(db)
  await createTextIndex(db)
  await createEvidence(db)

  await createTable(db, 'notifications', {
    id: 'key',
    personId: references('people'),
    eventSeq: references('events', 'seq'),
    text,
    path: text,
    createdAt: text,
    readAt: 'text',
  })
  await createIndex(db, 'notifications', 'personId, id')
  await createIndex(db, 'notifications', 'personId', '"readAt" is null')
}

async function createShelf(db: AnyDb): Promise<void> {
  await createTable(db, 'improvements', {
    id: 'key',
    practiceId: `${mayReference('practices')} unique`,
    proposalId: `${mayReference('proposals')} unique`,
    fiscalYear: 'whole not null',
    departmentId: references('departments'),
    bureauId: references('departments'),
    title: text,
    excerpt: longText,
    authors: longText,
    effectTags: `text not null default '[]'`,
    minutesPerYear: 'whole',
    yenPerYear: 'whole',
    recurring: flag,
    ictKind: 'text',
    state: text,
    implementedOn: 'text',
    publishedOn: text,
  })
  await createIndex(db, 'improvements', 'fiscalYear, id')
  // With the year and without it: both lists are walked in the order of ids.
  for (const place of ['departmentId', 'bureauId']) {
    await createIndex(db, 'improvements', `${place}, fiscalYear, id`)
    await createIndex(db, 'improvements', `${place}, id`)
  }
  await createTable(
    db,
    'improvementTags',
    { tag: text, fiscalYear: 'whole not null', improvementId: references('improvements') },
    ['primary key ("tag", "improvementId")'],
  )
  await createIndex(db, 'improvementTags', 'tag, fiscalYear, improvementId')
  await createIndex(db, 'improvementTags', 'improvementId')
}

/*
 * Two-character words are the most common queries (窓口, 予算) and trigram indexes do not find them, so both
 * databases index bigrams that the application makes: FTS5 without content here, a tsvector under GIN there.
 */
async function createTextIndex(db: AnyDb): Promise<void> {
  if (isPostgres(db)) {
    await createTable(db, 'improvementTexts', {
      improvementId: 'whole not null primary key references "improvements" ("id")',
      bigrams: 'tsvector not null',
    })
    await run(db, 'create index "improvementTexts_bigrams" on "improvementTexts" using gin ("bigrams")')
    return
  }
  await run(
    db,
    `create virtual table "improvementIndex" using fts5 (
       "bigrams", content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
     )`,
  )
}

async function createEvidence(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'countedImprovements',
    {
      fiscalYear: 'whole not null',
      projectId: references('projects'),
      improvementId: references('improvements'),
      basisOn: text,
    },
    ['primary key ("fiscalYear", "projectId", "improvementId")'],
  )
  await createIndex(db, 'countedImprovements', 'improvementId')
  await createTable(
    db,
    'attainments',
    {
      fiscalYear: 'whole not null',
      projectId: references('projects'),
      firstOn: text,
      improvements: 'whole not null',
    },
    ['primary key ("fiscalYear", "projectId")'],
  )
}
