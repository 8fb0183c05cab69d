import { sql } from 'kysely'
import type { Day } from '../calendar'
import { openItems } from '../committees/agenda.server'
import type { Db } from '../context'
import { insist } from '../errors'
import type { RecusalGround } from '../evaluation/recusal'
import { type Actor, sitsOn } from '../organisation/actor'
import { isOfBureau } from '../organisation/heirs.server'
import type { TriageView } from './committee-view'
import { maySeeTriage } from './committee-policy'
import { inReview, isIn } from './committee-review.server'
import { stancesIn, stancesOf } from './committee-stances.server'
import type { Stance } from './decision'
import type { Stage } from './lifecycle'

/** The longest waiting first: an order that says nothing about who proposed. */
export interface TriagePlace {
  readonly since: string
  readonly id: number
}

export interface TriageFilter {
  readonly view: TriageView
  readonly leadDepartmentId?: number | undefined
  readonly after?: TriagePlace | undefined
}

export interface TriageEntry {
  id: number
  title: string
  receiptNumber: string | null
  stage: Stage
  stageSince: string
  leadDepartmentName: string | null
  /** Of the latest round; null where a department has not answered. */
  stances: (Stance | null)[]
  recheckOn: Day | null
  /** Why the viewer keeps out of this one; see `recusal`. */
  ownGround: RecusalGround | null
  /** Where it waits on the agenda of a meeting. */
  openItemId: number | null
}

const pageSize = 20

/**
 * One page of what awaits the committee. Holds neither authors nor an order that depends on them. One statement.
 * Throws NotPermitted for whoever has no seat.
 */
export async function listTriage(
  db: Db,
  actor: Actor,
  filter: TriageFilter,
): Promise<{ entries: TriageEntry[]; next: TriagePlace | null }> {
  insist(maySeeTriage(actor))
  const rows = await selectPage(db, actor, filter)
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const sits = sitsOn(actor, filter.view === 'inCouncil' ? 'policyCouncil' : 'improvementCommittee')
  return {
    entries: page.map(({ isOfOwnBureau, isMine, hasDeclared, stances, ...row }) => ({
      ...row,
      stage: row.stage as Stage,
      stances: stancesOf(stances),
      ownGround: groundOf({
        isMine: isMine > 0,
        ofLeadBureau: sits && isOfOwnBureau === 1,
        hasDeclared: hasDeclared > 0,
      }),
    })),
    next: rows.length > pageSize && last ? { since: last.stageSince, id: last.id } : null,
  }
}

/** The first that holds; what is one's own comes before everything. */
function groundOf(found: {
  isMine: boolean
  ofLeadBureau: boolean
  hasDeclared: boolean
}): RecusalGround | null {
  if (found.isMine) return 'author'
  if (found.ofLeadBureau) return 'leadBureau'
  return found.hasDeclared ? 'declared' : null
}

function selectPage(db: Db, actor: Actor, { view, leadDepartmentId, after }: TriageFilter) {
  return inReview(db, actor)
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select((eb) => [
      'proposals.id',
      'proposals.title',
      'proposals.receiptNumber',
      'proposals.stage',
      'proposals.stageSince',
      'departments.name as leadDepartmentName',
      'holds.recheckOn',
      eb
        .selectFrom('authorships')
        .select(({ fn }) => fn.countAll<number>().as('own'))
        .whereRef('authorships.proposalId', '=', 'proposals.id')
        .where('authorships.personId', '=', actor.personId)
        .where('authorships.leftAt', 'is', null)
        .$asScalar()
        .as('isMine'),
      openItems(db)
        .innerJoin('declaredRecusals', 'declaredRecusals.agendaItemId', 'agendaItems.id')
        .select(({ fn }) => fn.countAll<number>().as('declared'))
        .where('agendaItems.proposalId', '=', sql.ref<number>('proposals.id'))
        .where('declaredRecusals.personId', '=', actor.personId)
        .$asScalar()
        .as('hasDeclared'),
      eb
        .case()
        .when(
          isOfBureau(
            'proposals.leadDepartmentId',
            actor.appointments.map(({ bureauId }) => bureauId),
            actor.today,
          ),
        )
        .then(1)
        .else(0)
        .end()
        .as('isOfOwnBureau'),
      openItems(db)
        .select('agendaItems.id')
        .where('agendaItems.proposalId', '=', sql.ref<number>('proposals.id'))
        .orderBy('agendaItems.id', 'desc')
        .limit(1)
        .$asScalar()
        .as('openItemId'),
      stancesIn(db, eb).as('stances'),
    ])
    .where(isIn(view, actor.today))
    .$if(leadDepartmentId !== undefined, (query) =>
      query.where('proposals.leadDepartmentId', '=', leadDepartmentId ?? 0),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('proposals.stageSince', 'proposals.id'),
          '>',
          eb.tuple(after?.since ?? '', after?.id ?? 0),
        ),
      ),
    )
    .orderBy('proposals.stageSince')
    .orderBy('proposals.id')
    .limit(pageSize + 1)
    .execute()
}
