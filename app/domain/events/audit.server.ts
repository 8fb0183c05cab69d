import type { ExpressionBuilder } from 'kysely'
import type { Database, ProposalRow } from '#db/schema'
import { addDays, type Day, dayOf, type Instant, startOf } from '../calendar'
import type { Db } from '../context'
import { actorInWords } from './acting'
import type { DomainEvent, EventKind } from './event'
import { authorKinds } from './sentence'

/** 監査ログ by its filters; days are of Tokyo and included. */
export interface AuditFilter {
  readonly kind?: string | undefined
  /** One of these: the lines that belong to a page of settings. */
  readonly kinds?: readonly EventKind[] | undefined
  /** Who acted. */
  readonly actorId?: number | undefined
  readonly proposalId?: number | undefined
  readonly practiceId?: number | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

export interface AuditLine {
  readonly seq: number
  readonly at: Instant
  readonly event: DomainEvent
  /** Name with post of that day; null for the system, and for an author whose name is not out. */
  readonly by: string | null
  /** Of the person whom the event is about. */
  readonly about: string | null
}

/**
 * Lines of the log, the newest first. Who acted as the author of a proposal is as hidden here as everywhere: the line is
 * there, its name is not, and asking for a person's lines does not find it, until the names are out.
 */
export async function listAuditLines(
  db: Db,
  filter: AuditFilter,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<AuditLine[]> {
  const rows = await selectLines(db, filter)
    .$if(before !== undefined, (query) => query.where('events.seq', '<', before ?? 0))
    .orderBy('events.seq', 'desc')
    .limit(limit)
    .execute()
  const events = rows.map(({ kind, payload }) => eventOf(kind, payload))
  const names = await namesOf(db, events)
  return rows.map((row, place) => {
    const event = events[place] ?? eventOf(row.kind, row.payload)
    const hidden = authorKinds.has(row.kind as EventKind) && row.namesAreOut !== 1
    return {
      ...{ seq: row.seq, at: row.at, event },
      by: hidden ? null : actorInWords(row),
      about: aboutOf(event) === null ? null : (names.get(aboutOf(event) ?? 0) ?? null),
    }
  })
}

/** How many lines there are, for numbers have no gaps, and when the first was written. */
export async function findLogSpan(db: Db): Promise<{ lines: number; since: Day | null }> {
  const row = await db
    .selectFrom('events')
    .select(({ selectFrom }) => [
      'at',
      selectFrom('events as all')
        .select(({ fn }) => fn.max('all.seq').as('last'))
        .as('lines'),
    ])
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return { lines: Number(row?.lines ?? 0), since: row ? dayOf(row.at) : null }
}

/** The kinds that the log holds, in their own spelling. */
export async function listKinds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('events').select('kind').distinct().orderBy('kind').limit(200).execute()
  return rows.map(({ kind }) => kind)
}

function selectLines(db: Db, { kind, kinds, actorId, proposalId, practiceId, from, to }: AuditFilter) {
  return db
    .selectFrom('events')
    .leftJoin('people as actors', 'actors.id', 'events.actorId')
    .leftJoin('proposals', 'proposals.id', 'events.proposalId')
    .select(['events.seq', 'events.at', 'events.kind', 'events.payload', 'events.actorPost'])
    .leftJoin('people as heads', 'heads.id', 'events.onBehalfOfId')
    .select(['actors.name as actorName', 'heads.name as headName'])
    .select((eb) => namesAreOut(eb).as('namesAreOut'))
    .$if(kind !== undefined, (query) => query.where('events.kind', '=', kind ?? ''))
    .$if(kinds !== undefined, (query) => query.where('events.kind', 'in', kinds ?? []))
    .$if(proposalId !== undefined, (query) => query.where('events.proposalId', '=', proposalId ?? 0))
    .$if(practiceId !== undefined, (query) => query.where('events.practiceId', '=', practiceId ?? 0))
    .$if(from !== undefined, (query) => query.where('events.at', '>=', startOf(from ?? '')))
    .$if(to !== undefined, (query) => query.where('events.at', '<', startOf(addDays(to ?? '', 1))))
    .$if(actorId !== undefined, (query) =>
      query
        .where('events.actorId', '=', actorId ?? 0)
        .where((eb) => eb.or([eb('events.kind', 'not in', [...authorKinds]), eb(namesAreOut(eb), '=', 1)])),
    )
}

function namesAreOut(
  eb: ExpressionBuilder<Database & { proposals: Partial<ProposalRow> | ProposalRow }, 'proposals'>,
) {
  return eb
    .case()
    .when('proposals.nameDisclosure', '=', 'disclosed')
    .then(1)
    .when(
      eb.and([
        eb('proposals.nameDisclosure', '=', 'hiddenDuringReview'),
        eb('proposals.notifiedAt', 'is not', null),
      ]),
    )
    .then(1)
    .else(0)
    .end()
}

/** Co-authors are named by nothing here. */
function aboutOf(event: DomainEvent): number | null {
  return 'personId' in event && !event.kind.startsWith('proposal.') ? event.personId : null
}

async function namesOf(db: Db, events: readonly DomainEvent[]): Promise<Map<number, string>> {
  const ids = [...new Set(events.map(aboutOf).filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The log is ours alone to write, so its lines need no second check of their form. */
function eventOf(kind: string, payload: string): DomainEvent {
  return { kind, ...(JSON.parse(payload) as object) } as DomainEvent
}
