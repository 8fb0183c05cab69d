import type { Day } from '../calendar'
import type { Db } from '../context'
import type { Actor } from '../organisation/actor'
import type { Scorable } from './policy'
import type { RecusalGround } from './recusal'

export interface ScorableItem extends Scorable {
  readonly agendaItemId: number
  readonly sittingId: number
  readonly proposalId: number
  readonly campaignId: number
  readonly heldOn: Day
}

/** What scoring one item depends on, without the recusals that are computed. `undefined` when there is no such item. */
export async function findScorable(
  db: Db,
  actor: Actor,
  agendaItemId: number,
): Promise<ScorableItem | undefined> {
  const row = await db
    .selectFrom('agendaItems')
    .innerJoin('sittings', 'sittings.id', 'agendaItems.sittingId')
    .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
    .leftJoin('resolutions', 'resolutions.agendaItemId', 'agendaItems.id')
    .leftJoin('declaredRecusals', (join) =>
      join
        .onRef('declaredRecusals.agendaItemId', '=', 'agendaItems.id')
        .on('declaredRecusals.personId', '=', actor.personId),
    )
    .select([
      'agendaItems.id as agendaItemId',
      'agendaItems.sittingId',
      'agendaItems.proposalId',
      'agendaItems.scoresOpenedAt',
      'proposals.campaignId',
      'sittings.body',
      'sittings.heldOn',
      'sittings.papersSentAt',
      'sittings.closedAt',
      'resolutions.resolvedAt',
      'declaredRecusals.declaredAt',
    ])
    .where('agendaItems.id', '=', agendaItemId)
    .executeTakeFirst()
  if (!row) return undefined
  const { declaredAt, ...item } = row
  const grounds: RecusalGround[] = declaredAt === null ? [] : ['declared']
  return { ...item, ownGrounds: grounds }
}
