import type { Db } from '../context'
import type { Day } from '../calendar'
import { validOn } from '../organisation/validity'
import { worded } from '../worded.server'

export interface Place {
  readonly id: number
  readonly name: string
}

type Chosen = { today: Day; bureauId: number; departmentId: number }

/** What a list can be narrowed to: the bureaus of today and, once one is chosen, its sections. In one statement. */
export async function listPlaces(
  db: Db,
  today: Day,
  chosen: { readonly bureauId?: number | undefined; readonly departmentId?: number | undefined },
): Promise<{ bureaus: Place[]; sections: Place[] }> {
  const { bureauId = 0, departmentId = 0 } = chosen
  const rows = await selectPlaces(db, { today, bureauId, departmentId })
  const place = ({ id, name }: Place): Place => ({ id, name })
  return {
    bureaus: rows.filter(({ kind }) => kind === 'bureau').map(place),
    sections: rows.filter(({ kind }) => kind === 'section').map(place),
  }
}

const selectPlaces = worded((db, { today, bureauId, departmentId }: Chosen) =>
  db
    .selectFrom('departments')
    .select(['departments.id', 'departments.name', 'departments.kind', 'departments.parentId'])
    .where((eb) =>
      eb.or([
        eb.and([eb('departments.kind', '=', 'bureau'), validOn('departments', today)]),
        eb.and([eb('departments.parentId', '=', bureauId), validOn('departments', today)]),
        // What has ended keeps its name while it is chosen.
        eb('departments.id', 'in', [bureauId, departmentId]),
      ]),
    )
    .orderBy('departments.code')
    .limit(200),
)
