import { isUnder } from '../organisation/bureau-of-day.server'
import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { validOn } from '../organisation/validity'
import { worded } from '../worded.server'
import type { Measure, Narrowing } from './library'

interface Chosen {
  readonly bureau?: number | undefined
  readonly section?: number | undefined
  /** Whether the rarer filters are shown, among them the 総合計画. */
  readonly more?: boolean
  /** The code of a 章. */
  readonly chapter?: string | undefined
}

/**
 * What the library can be narrowed to, in one statement: the years that were opened, the latest first; the bureaus of
 * today and, once one is chosen, its sections; with the rarer filters the 章 and, once one is chosen, what lies below it.
 * By their codes.
 */
export async function listNarrowing(
  db: Db,
  today: Day,
  { bureau, section, more = false, chapter = '' }: Chosen,
): Promise<Narrowing> {
  const rows = await selectNarrowing(db, { today, bureau, section, more, chapter })
  const places = (kind: string) =>
    rows.filter((row) => row.list === 'place' && row.kind === kind).map(({ id, name }) => ({ id, name }))
  return {
    years: rows
      .filter(({ list }) => list === 'year')
      .map(({ id }) => id)
      .toReversed(),
    bureaus: places('bureau'),
    sections: places('section'),
    measures: rows
      .filter(({ list }) => list === 'measure')
      .map(({ code, name, kind }) => ({ code, name, level: kind as Measure['level'] })),
  }
}

type Asked = {
  today: Day
  bureau: number | undefined
  section: number | undefined
  more: boolean
  chapter: string
}

const selectNarrowing = worded((db, { today, bureau, section, more, chapter }: Asked) => {
  const chosen = [bureau, section].filter((id) => id !== undefined)
  const places = db
    .selectFrom('departments')
    .select([sql<'place' | 'measure' | 'year'>`'place'`.as('list'), sql<string>`departments.kind`.as('kind')])
    .select(['departments.id', 'departments.code', 'departments.name'])
    .where((eb) =>
      eb.or([
        eb.and([eb('departments.kind', '=', 'bureau'), validOn('departments', today)]),
        ...(bureau === undefined
          ? []
          : [eb.and([isUnder('departments', bureau, today), validOn('departments', today)])]),
        // What has ended keeps its name while it is chosen.
        ...(chosen.length === 0 ? [] : [eb('departments.id', 'in', chosen)]),
      ]),
    )
  const measures = db
    .selectFrom('measures')
    .leftJoin('measures as above', 'above.code', 'measures.parentCode')
    .select([sql<'measure'>`'measure'`.as('list'), sql<string>`measures.level`.as('kind')])
    .select([sql<number>`0`.as('id'), 'measures.code', 'measures.name'])
    .where((eb) =>
      eb.or([
        eb('measures.level', '=', 'chapter'),
        eb('measures.parentCode', '=', chapter),
        eb('above.parentCode', '=', chapter),
      ]),
    )
  const years = db
    .selectFrom('fiscalYears')
    .select([sql<'year'>`'year'`.as('list'), sql<string>`'year'`.as('kind'), 'fiscalYear as id'])
    .select([sql<string>`''`.as('code'), sql<string>`''`.as('name')])
  return (more ? places.unionAll(measures) : places).unionAll(years).orderBy('code').orderBy('id').limit(500)
})
