import type { Db } from '../context'
import type { Day } from '../calendar'
import { validOn } from '../organisation/validity'

export interface Place {
  readonly id: number
  readonly name: string
}

/** What a list can be narrowed to: the bureaus of today and, once one is chosen, its sections. In one statement. */
export async function listPlaces(
  db: Db,
  today: Day,
  chosen: { readonly bureauId?: number | undefined; readonly departmentId?: number | undefined },
): Promise<{ bureaus: Place[]; sections: Place[] }> {
  const rows = await db
    .selectFrom('departments')
    .select(['departments.id', 'departments.name', 'departments.kind', 'departments.parentId'])
    .where((eb) =>
      eb.or([
        eb.and([eb('departments.kind', '=', 'bureau'), validOn('departments', today)]),
        eb.and([eb('departments.parentId', '=', chosen.bureauId ?? 0), validOn('departments', today)]),
        // What has ended keeps its name while it is chosen.
        eb('departments.id', 'in', [chosen.bureauId ?? 0, chosen.departmentId ?? 0]),
      ]),
    )
    .orderBy('departments.code')
    .limit(200)
    .execute()
  const place = ({ id, name }: Place): Place => ({ id, name })
  return {
    bureaus: rows.filter(({ kind }) => kind === 'bureau').map(place),
    sections: rows.filter(({ kind }) => kind === 'section').map(place),
  }
}
