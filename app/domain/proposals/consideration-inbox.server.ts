import { containing } from '../containing.server'
import type { Db } from '../context'
import type { EffectTag } from '../effects'
import { type Actor, departmentIds, headedDepartmentIds } from '../organisation/actor'
import { isOrBecame } from '../organisation/heirs.server'
import type { InboxFilter, InboxOrder } from './consideration-inbox'
import { lifecycle } from './lifecycle'

/** A place in the list, by what it is ordered by. */
export interface InboxPlace {
  readonly at: string
  readonly id: number
}

const pageSize = 20
/** A section owes far fewer answers than this. */
const wholeInbox = 1_000

/**
 * What the departments of this person were asked, before a reorganisation too: the open ones by due day or in the order
 * of asking, the answered ones by the day of the answer, the latest first; with the keyset of the next page. Without a
 * department the list is empty.
 */
export async function listInbox(db: Db, actor: Actor, filter: InboxFilter, after?: InboxPlace) {
  const selected = filter.view === 'open' ? selectOpen(db, actor, filter) : selectAnswered(db, actor, filter)
  const rows = await from(selected, filter, after)
    .limit(pageSize + 1)
    .execute()
  const entries = rows.slice(0, pageSize)
  const last = entries.at(-1)
  return {
    entries,
    next: rows.length > pageSize && last ? { at: last[placeColumn(filter)] ?? '', id: last.id } : null,
  }
}

/** All that is open at once, for a file. */
export async function listOpenInbox(db: Db, actor: Actor, filter: Omit<InboxFilter, 'view'> = {}) {
  const open = { ...filter, view: 'open' as const }
  return from(selectOpen(db, actor, open), open)
    .limit(wholeInbox)
    .execute()
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

function selectOpen(db: Db, actor: Actor, { state, text, effect }: InboxFilter) {
  const open = withEffect(withText(openOnes(db, actor), text), effect)
  switch (state) {
    case undefined:
      return withColumns(open, actor)
    case 'waiting':
      return withColumns(open.where('considerations.takenUpAt', 'is', null), actor)
    case 'underWay':
      return withColumns(open.where('considerations.takenUpAt', 'is not', null), actor)
    case 'late':
      return withColumns(open.where('considerations.dueOn', '<', actor.today), actor)
  }
}

function selectAnswered(db: Db, actor: Actor, { text, effect }: InboxFilter) {
  const answered = asked(db)
    .where(isOrBecame('considerations.departmentId', departmentIds(actor), actor.today))
    .where('considerations.answeredAt', 'is not', null)
  return withColumns(withEffect(withText(answered, text), effect), actor)
}

/** From a place on, in the order that the filter says. */
function from(query: ReturnType<typeof withColumns>, filter: InboxFilter, after?: InboxPlace) {
  const column = `considerations.${placeColumn(filter)}` as const
  const backwards = filter.view === 'answered'
  return query
    .$if(after !== undefined, (rows) =>
      rows.where((eb) =>
        eb(
          eb.refTuple(column, 'considerations.id'),
          backwards ? '<' : '>',
          eb.tuple(after?.at ?? '', after?.id ?? 0),
        ),
      ),
    )
    .orderBy(column, (order) => (backwards ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('considerations.id', backwards ? 'desc' : 'asc')
}

function placeColumn({ view, order }: InboxFilter): 'answeredAt' | 'askedAt' | 'dueOn' {
  if (view === 'answered') return 'answeredAt'
  const columns = { due: 'dueOn', asked: 'askedAt' } as const satisfies Record<InboxOrder, string>
  return columns[order ?? 'due']
}

/** A part of the title or the receipt number; nothing of who proposed it is looked at. */
function withText(query: ReturnType<typeof asked>, text: string | undefined): ReturnType<typeof asked> {
  const wanted = text?.normalize('NFKC').trim() ?? ''
  if (wanted === '') return query
  return query.where((eb) =>
    eb.or([
      containing(eb.ref('proposals.title'), wanted),
      containing(eb.ref('proposals.receiptNumber'), wanted),
    ]),
  )
}

/** The column holds the codes as JSON, so that one between quotation marks is a whole one. */
function withEffect(
  query: ReturnType<typeof asked>,
  effect: EffectTag | undefined,
): ReturnType<typeof asked> {
  if (effect === undefined) return query
  return query.where((eb) => containing(eb.ref('proposals.effectTags'), JSON.stringify(effect)))
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

function withColumns(query: ReturnType<typeof asked>, actor: Actor) {
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
      'considerations.askedAt',
      'considerations.dueOn',
      'considerations.takenUpAt',
      'considerations.answeredAt',
      'answers.stance',
    ])
    .select((eb) =>
      eb
        .case()
        .when(isOrBecame('considerations.departmentId', headedDepartmentIds(actor), actor.today))
        .then<0 | 1>(1)
        .else<0 | 1>(0)
        .end()
        .as('isHeaded'),
    )
}
