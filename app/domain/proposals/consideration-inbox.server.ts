import type { Day } from '../calendar'
import type { Db } from '../context'
import { type Actor, departmentIds } from '../organisation/actor'
import { isOrBecame } from '../organisation/heirs.server'
import { lifecycle } from './lifecycle'

export const inboxViews = ['open', 'answered'] as const
export type InboxView = (typeof inboxViews)[number]

/** A place in the list: open ones by due day, answered ones by the day of the answer, the latest first. */
export interface InboxPlace {
  readonly at: string
  readonly id: number
}

const pageSize = 20
/** A section owes far fewer answers than this. */
const wholeInbox = 1_000

/**
 * What the departments of this person were asked, before a reorganisation too: the open ones by due day, with the
 * keyset of the next page. Without a department the list is empty.
 */
export async function listInbox(
  db: Db,
  actor: Actor,
  { view, after }: { view: InboxView; after?: InboxPlace | undefined },
) {
  const rows = await (view === 'open' ? selectOpen(db, actor, after) : selectAnswered(db, actor, after))
    .limit(pageSize + 1)
    .execute()
  const entries = rows.slice(0, pageSize)
  const last = entries.at(-1)
  return {
    entries,
    next: rows.length > pageSize && last ? { at: placeOf(view, last), id: last.id } : null,
  }
}

/** All that is open at once, for a file. */
export async function listOpenInbox(db: Db, actor: Actor) {
  return selectOpen(db, actor, undefined).limit(wholeInbox).execute()
}

/** How many are open, and how many of these nobody has taken up yet. */
export async function countInbox(db: Db, actor: Actor): Promise<{ open: number; notTakenUp: number }> {
  const counted = await openOnes(db, actor)
    .select(({ fn }) => [
      fn.countAll<number>().as('open'),
      fn.count<number>('considerations.takenUpAt').as('takenUp'),
    ])
    .executeTakeFirstOrThrow()
  return { open: counted.open, notTakenUp: counted.open - counted.takenUp }
}

function selectOpen(db: Db, actor: Actor, after: InboxPlace | undefined) {
  return withColumns(openOnes(db, actor))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('considerations.dueOn', 'considerations.id'),
          '>',
          eb.tuple(after?.at ?? '', after?.id ?? 0),
        ),
      ),
    )
    .orderBy('considerations.dueOn')
    .orderBy('considerations.id')
}

function selectAnswered(db: Db, actor: Actor, after: InboxPlace | undefined) {
  return withColumns(
    asked(db)
      .where(isOrBecame('considerations.departmentId', departmentIds(actor), actor.today))
      .where('considerations.answeredAt', 'is not', null),
  )
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('considerations.answeredAt', 'considerations.id'),
          '<',
          eb.tuple(after?.at ?? '', after?.id ?? 0),
        ),
      ),
    )
    .orderBy('considerations.answeredAt', (order) => order.desc().nullsLast())
    .orderBy('considerations.id', 'desc')
}

function openOnes(db: Db, actor: Actor) {
  return considering(db).where(isOrBecame('considerations.departmentId', departmentIds(actor), actor.today))
}

/** A proposal that was withdrawn or merged meanwhile asks for no answer any more. */
function considering(db: Db) {
  return asked(db)
    .where('considerations.answeredAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.closeConsideration.from)
}

function asked(db: Db) {
  return db
    .selectFrom('considerations')
    .innerJoin('proposals', 'proposals.id', 'considerations.proposalId')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
}

function withColumns(query: ReturnType<typeof asked>) {
  return query
    .leftJoin('considerationAnswers as answers', (join) =>
      join
        .onRef('answers.considerationId', '=', 'considerations.id')
        .on('answers.answeredAt', 'is not', null),
    )
    .select([
      'considerations.id',
      'considerations.proposalId',
      'proposals.title',
      'proposals.receiptNumber',
      'departments.name as departmentName',
      'considerations.round',
      'considerations.isLead',
      'considerations.dueOn',
      'considerations.takenUpAt',
      'considerations.answeredAt',
      'answers.stance',
    ])
}

function placeOf(view: InboxView, row: { dueOn: Day; answeredAt: string | null }): string {
  return view === 'open' ? row.dueOn : (row.answeredAt ?? '')
}
