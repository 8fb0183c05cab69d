import { type AnyDb, createIndex, createTable, isPostgres, longText, references, run, text } from '../columns'

/** Sittings of committees with their agendas, what was resolved, and the scores that members gave before. */
export async function up(db: AnyDb): Promise<void> {
  await createRubrics(db)
  await createSittings(db)
  await createScores(db)
  await createResolutions(db)
  await keepOpenedScores(db)
  for (const table of ['resolutions', 'votes']) await refuseChanges(db, table)
}

async function createRubrics(db: AnyDb): Promise<void> {
  await createTable(db, 'rubrics', {
    id: 'key',
    campaignId: `${references('campaigns')} unique`,
    minimumScorers: 'whole not null',
    adoptFrom: 'whole',
    studyFrom: 'whole',
    cutAfter: 'whole',
    tieBreak: `text not null check ("tieBreak" in ('shared', 'narrower', 'earlier'))`,
    frozenAt: 'text',
    version: 'whole not null default 1',
  })
  await createTable(
    db,
    'criteria',
    {
      rubricId: references('rubrics'),
      position: 'whole not null',
      name: text,
      weight: 'whole not null check ("weight" > 0)',
      meanings: text,
    },
    ['primary key ("rubricId", "position")'],
  )
}

async function createSittings(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'sittings',
    {
      id: 'key',
      body: `text not null check ("body" in ('improvementCommittee', 'policyCouncil'))`,
      fiscalYear: 'whole not null references "fiscalYears" ("fiscalYear")',
      number: 'whole not null',
      heldOn: text,
      startsAt: longText,
      place: longText,
      plannedAt: text,
      plannedById: references('people'),
      papersSentAt: 'text',
      begunAt: 'text',
      closedAt: 'text',
      minutes: longText,
      version: 'whole not null default 1',
    },
    ['unique ("body", "fiscalYear", "number")'],
  )
  await createIndex(db, 'sittings', 'heldOn, id')
  await createTable(
    db,
    'attendances',
    {
      sittingId: references('sittings'),
      personId: references('people'),
      role: `text not null check ("role" in ('chair', 'viceChair', 'member'))`,
    },
    ['primary key ("sittingId", "personId")'],
  )
  await createTable(
    db,
    'agendaItems',
    {
      id: 'key',
      sittingId: references('sittings'),
      proposalId: references('proposals'),
      position: 'whole not null',
      addedAt: text,
      addedById: references('people'),
      note: longText,
      scoresOpenedAt: 'text',
      scorers: 'whole',
      meanTenths: 'whole',
      lowestTenths: 'whole',
      highestTenths: 'whole',
    },
    ['unique ("sittingId", "proposalId")'],
  )
  await createIndex(db, 'agendaItems', 'proposalId, sittingId')
}

async function createScores(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'scoreSheets',
    {
      agendaItemId: references('agendaItems'),
      personId: references('people'),
      marks: text,
      pointsTenths: 'whole not null check ("pointsTenths" >= 0)',
      opinion: longText,
      savedAt: text,
    },
    ['primary key ("agendaItemId", "personId")'],
  )
  await createTable(
    db,
    'declaredRecusals',
    {
      agendaItemId: references('agendaItems'),
      personId: references('people'),
      reason: text,
      declaredAt: text,
    },
    ['primary key ("agendaItemId", "personId")'],
  )
}

async function createResolutions(db: AnyDb): Promise<void> {
  await createTable(db, 'resolutions', {
    agendaItemId: 'whole not null primary key references "agendaItems" ("id")',
    outcome: `text not null check ("outcome" in ('decided', 'held', 'askedAgain', 'referred', 'returned', 'postponed'))`,
    manner: `text not null check ("manner" in ('consensus', 'vote'))`,
    presiderId: `whole references "people" ("id")`,
    presentCount: 'whole not null',
    votesFor: 'whole not null',
    votesAgainst: 'whole not null',
    abstentions: 'whole not null',
    castingVote: `text check ("castingVote" in ('for', 'against'))`,
    resolvedAt: text,
    resolvedById: references('people'),
  })
  await createTable(
    db,
    'votes',
    {
      agendaItemId: references('agendaItems'),
      personId: references('people'),
      vote: `text not null check ("vote" in ('for', 'against', 'abstained'))`,
    },
    ['primary key ("agendaItemId", "personId")'],
  )
}

/*
 * What was opened is what was counted: neither a score nor what was made of the scores changes after that, not even by
 * a statement from outside. Nor can an opening be taken back to let a score through.
 */
async function keepOpenedScores(db: AnyDb): Promise<void> {
  const opened = (row: string) =>
    `exists (select 1 from "agendaItems" where "id" = ${row}."agendaItemId" and "scoresOpenedAt" is not null)`
  await guard(db, 'scoreSheets', 'insert', opened('new'))
  await guard(db, 'scoreSheets', 'update', `${opened('new')} or ${opened('old')}`)
  await guard(db, 'scoreSheets', 'delete', opened('old'))
  const figures = ['scoresOpenedAt', 'scorers', 'meanTenths', 'lowestTenths', 'highestTenths', 'proposalId']
  const changed = figures.map((column) => `old."${column}" is distinct from new."${column}"`).join(' or ')
  await guard(db, 'agendaItems', 'update', `old."scoresOpenedAt" is not null and (${changed})`)
  await guard(db, 'agendaItems', 'delete', `old."scoresOpenedAt" is not null`)
}

async function guard(
  db: AnyDb,
  table: string,
  verb: 'insert' | 'update' | 'delete',
  condition: string,
): Promise<void> {
  await forbid(db, { table, verb, condition, message: 'opened scores are kept as they are' })
}

async function refuseChanges(db: AnyDb, table: string): Promise<void> {
  for (const verb of ['update', 'delete'] as const) {
    await forbid(db, { table, verb, condition: '1 = 1', message: 'what was resolved is kept as it is' })
  }
}

interface Prohibition {
  table: string
  verb: 'insert' | 'update' | 'delete'
  condition: string
  message: string
}

async function forbid(db: AnyDb, { table, verb, condition, message }: Prohibition): Promise<void> {
  const name = `${table}Kept_${verb}`
  if (!isPostgres(db)) {
    await run(
      db,
      `create trigger "${name}" before ${verb} on "${table}" when ${condition}
       begin select raise(abort, '${message}'); end`,
    )
    return
  }
  await run(
    db,
    `create function "${name}"() returns trigger language plpgsql as
     $$ begin
       if ${condition} then raise exception '${message}'; end if;
       return ${verb === 'delete' ? 'old' : 'new'};
     end $$`,
  )
  await run(
    db,
    `create trigger "${name}" before ${verb} on "${table}" for each row execute function "${name}"()`,
  )
}
