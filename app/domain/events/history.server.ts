import { type Day, dayOf, type Instant } from '../calendar'
import type { Db } from '../context'
import { worded } from '../worded.server'
import { actorInWords } from './acting'
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

/** What happened to one proposal or report, newest first, in words and as far as this reader is told. */
export async function listHistorySeenBy(
  db: Db,
  matter: { readonly proposalId: number } | { readonly practiceId: number },
  reader: Reader,
  words: Words,
): Promise<HistoryLine[]> {
  const rows = await selectEvents(db, matter)
  return rows.flatMap((row) => {
    const event = eventOf(row.kind, row.payload)
    const text = sentenceOf(event, reader, words)
    if (text === null) return []
    const hidden = isByAuthor(event) && !reader.knowsAuthors
    const by = hidden ? null : actorInWords(row)
    return [{ at: row.at, day: dayOf(row.at), text, by }]
  })
}

const selectEvents = worded((db, matter: { proposalId: number } | { practiceId: number }) => {
  const [column, id] =
    'proposalId' in matter
      ? (['proposalId', matter.proposalId] as const)
      : (['practiceId', matter.practiceId] as const)
  return db
    .selectFrom('events')
    .leftJoin('people', 'people.id', 'events.actorId')
    .leftJoin('people as heads', 'heads.id', 'events.onBehalfOfId')
    .select(['events.at', 'events.kind', 'events.payload', 'events.actorPost', 'people.name as actorName'])
    .select('heads.name as headName')
    .where(`events.${column}`, '=', id)
    .orderBy('events.seq', 'desc')
    .limit(limit)
})

/** The log is ours alone to write, so its lines need no second check of their form. */
function eventOf(kind: string, payload: string): DomainEvent {
  return { kind, ...(JSON.parse(payload) as object) } as DomainEvent
}
