import { type Day, dayOf, type Instant } from '../calendar'
import type { Db } from '../context'
import type { DomainEvent } from './event'
import { isByAuthor, type Reader, sentenceOf, type Words } from './sentence'

export interface HistoryLine {
  readonly at: Instant
  readonly day: Day
  readonly text: string
  /** Name with department and post of that day; null for the system, and where an author is not to be known. */
  readonly by: string | null
}

/** A matter has some dozens of events; this only keeps the list bounded. */
const limit = 500

/**
 * What happened to one proposal or report, newest first, in words and as far as this reader is told. In two
 * statements: the events, and the names of the departments in them.
 */
export async function listHistorySeenBy(
  db: Db,
  matter: { readonly proposalId: number } | { readonly practiceId: number },
  reader: Reader,
  words: Omit<Words, 'department'>,
): Promise<HistoryLine[]> {
  const rows = await selectEvents(db, matter)
  const events = rows.map((row) => ({ row, event: eventOf(row.kind, row.payload) }))
  const department = await departmentNames(
    db,
    events.flatMap(({ event }) => departmentIdsIn(event)),
  )
  return events.flatMap(({ row, event }) => {
    const text = sentenceOf(event, reader, { ...words, department })
    if (text === null) return []
    const hidden = isByAuthor(event) && !reader.knowsAuthors
    const by = hidden ? null : [row.actorPost, row.actorName].filter(Boolean).join('　') || null
    return [{ at: row.at, day: dayOf(row.at), text, by }]
  })
}

function selectEvents(db: Db, matter: { proposalId: number } | { practiceId: number }) {
  const [column, id] =
    'proposalId' in matter
      ? (['proposalId', matter.proposalId] as const)
      : (['practiceId', matter.practiceId] as const)
  return db
    .selectFrom('events')
    .leftJoin('people', 'people.id', 'events.actorId')
    .select(['events.at', 'events.kind', 'events.payload', 'events.actorPost', 'people.name as actorName'])
    .where(`events.${column}`, '=', id)
    .orderBy('events.seq', 'desc')
    .limit(limit)
    .execute()
}

/** The log is ours alone to write, so its lines need no second check of their form. */
function eventOf(kind: string, payload: string): DomainEvent {
  return { kind, ...(JSON.parse(payload) as object) } as DomainEvent
}

function departmentIdsIn(event: DomainEvent): number[] {
  if ('departmentId' in event) return [event.departmentId]
  return 'leadDepartmentId' in event ? [event.leadDepartmentId] : []
}

async function departmentNames(db: Db, ids: readonly number[]): Promise<(id: number) => string> {
  if (ids.length === 0) return () => ''
  const rows = await db
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? '課'
}
