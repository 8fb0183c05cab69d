import type { Day } from '../calendar'
import type { Db } from '../context'
import { type Actor, isSecretariat } from '../organisation/actor'
import type { Body } from '../organisation/seat'
import { validOn } from '../organisation/validity'

export interface NamedSheet {
  readonly name: string
  readonly pointsTenths: number
  readonly marks: readonly number[]
  readonly opinion: string
}

export interface NamedRecusal {
  readonly name: string
  /** Of a declared one, for the secretariat alone; empty for all others. */
  readonly reason: string
}

const limit = 200

/** Who gave which marks: for the secretariat alone, and not before the scores are opened. */
export async function listSheetsSeenBy(db: Db, actor: Actor, agendaItemId: number): Promise<NamedSheet[]> {
  if (!isSecretariat(actor)) return []
  const rows = await db
    .selectFrom('scoreSheets')
    .innerJoin('agendaItems', 'agendaItems.id', 'scoreSheets.agendaItemId')
    .innerJoin('people', 'people.id', 'scoreSheets.personId')
    .select(['people.name', 'scoreSheets.pointsTenths', 'scoreSheets.marks', 'scoreSheets.opinion'])
    .where('scoreSheets.agendaItemId', '=', agendaItemId)
    .where('agendaItems.scoresOpenedAt', 'is not', null)
    .orderBy('people.kana')
    .orderBy('people.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, marks: JSON.parse(row.marks) as number[] }))
}

/**
 * Which members keep out of an item, by name and without the ground: together with declared ones no name tells who
 * proposed.
 */
export async function listNamedRecusals(
  db: Db,
  actor: Actor,
  { agendaItemId, body, heldOn }: { agendaItemId: number; body: Body; heldOn: Day },
  recusedIds: readonly number[],
): Promise<NamedRecusal[]> {
  if (recusedIds.length === 0) return []
  const rows = await db
    .selectFrom('people')
    .leftJoin('declaredRecusals', (join) =>
      join
        .onRef('declaredRecusals.personId', '=', 'people.id')
        .on('declaredRecusals.agendaItemId', '=', agendaItemId),
    )
    .select(['people.name', 'declaredRecusals.reason'])
    .where('people.id', 'in', [...recusedIds])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('seats')
          .select('seats.id')
          .whereRef('seats.personId', '=', 'people.id')
          .where('seats.body', '=', body)
          .where('seats.role', '<>', 'clerk')
          .where(validOn('seats', heldOn)),
      ),
    )
    .orderBy('people.kana')
    .orderBy('people.id')
    .limit(limit)
    .execute()
  return rows.map(({ name, reason }) => ({ name, reason: isSecretariat(actor) ? (reason ?? '') : '' }))
}
