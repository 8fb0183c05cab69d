import { sql } from 'kysely'
import { openItems } from './committees/agenda.server'
import type { Db } from './context'
import { isOfBureau } from './organisation/heirs.server'
import { bodyNames } from './organisation/seat'
import { lifecycle } from './proposals/lifecycle'
import { type Branch, branch, type Duties } from './worklist-branch.server'

/**
 * What a member of 事務改善委員会 has not scored yet and does not keep out of, until the day of the meeting: one line for
 * each meeting.
 */
export function scoresToGive(db: Db, duties: Duties): Branch {
  const query = ofOthers(db, duties)
    .where('sittings.body', '=', 'improvementCommittee')
    .where('sittings.papersSentAt', 'is not', null)
    .where('agendaItems.scoresOpenedAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.askAgain.from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('scoreSheets')
            .select('scoreSheets.personId')
            .whereRef('scoreSheets.agendaItemId', '=', 'agendaItems.id')
            .where('scoreSheets.personId', '=', duties.personId),
        ),
      ),
    )
    .groupBy(['sittings.id', 'sittings.number', 'sittings.papersSentAt', 'sittings.heldOn'])
    .orderBy('sittings.heldOn')
  return branch(db, 'score', query, {
    ...{ id: 'sittings.id', since: 'sittings.papersSentAt', dueOn: 'sittings.heldOn' },
    title: sql`'第' || cast("sittings"."number" as text) || ${`回 ${bodyNames.improvementCommittee}（`} ||
      cast(count(*) as text) || '件）'`,
  })
}

/** Without what the member keeps out of 「除斥」: own proposals, those of the own bureau, and what was declared. */
function ofOthers(db: Db, { personId, bureaus, today }: Duties) {
  return openItems(db)
    .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
    .where(({ not }) => not(isOfBureau('proposals.leadDepartmentId', bureaus, today)))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('declaredRecusals')
            .select('declaredRecusals.personId')
            .whereRef('declaredRecusals.agendaItemId', '=', 'agendaItems.id')
            .where('declaredRecusals.personId', '=', personId),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('authorships')
            .select('authorships.personId')
            .where('authorships.personId', '=', personId)
            .where('authorships.leftAt', 'is', null)
            .where(({ eb, or, ref, selectFrom: also }) =>
              or([
                eb('authorships.proposalId', '=', ref('proposals.id')),
                eb(
                  'authorships.proposalId',
                  'in',
                  also('mergers')
                    .select('mergers.proposalId')
                    .whereRef('mergers.intoId', '=', 'proposals.id')
                    .where('mergers.undoneAt', 'is', null),
                ),
              ]),
            ),
        ),
      ),
    )
}
