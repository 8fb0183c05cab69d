import type { Ctx, Db } from '../context'
import { worded } from '../worded.server'
import { type Filter, termsFor } from './library'

/** Where an improvement stands: what it is counted under. */
export interface Standing {
  readonly fiscalYear: number
  readonly departmentId: number
  readonly bureauId: number
  readonly terms: readonly string[]
}

const everyPlace = 0
const everyYear = 0
const everything = ''

/** Keeps the summary true in the transaction that changes the shelf: one improvement leaves one standing for another. */
export async function recount(ctx: Ctx, from: Standing | null, to: Standing): Promise<void> {
  const changes = new Map<string, { place: number; year: number; term: string; improvements: number }>()
  const add = (standing: Standing, by: number) => {
    for (const cell of cellsOf(standing)) {
      const key = JSON.stringify(cell)
      changes.set(key, { ...cell, improvements: (changes.get(key)?.improvements ?? 0) + by })
    }
  }
  if (from) add(from, -1)
  add(to, 1)
  const rows = [...changes.values()].filter(({ improvements }) => improvements !== 0)
  if (rows.length === 0) return
  await ctx.tx
    .insertInto('shelfCounts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['place', 'year', 'term']).doUpdateSet((eb) => ({
        improvements: eb('shelfCounts.improvements', '+', eb.ref('excluded.improvements')),
      })),
    )
    .execute()
}

function* cellsOf({ fiscalYear, departmentId, bureauId, terms }: Standing) {
  for (const place of [everyPlace, -bureauId, departmentId]) {
    for (const year of [everyYear, fiscalYear]) {
      for (const term of [everything, ...terms]) yield { place, year, term }
    }
  }
}

/** How many there would be behind each choice. Asked only where one number says it: of at most one term, without words. */
export interface ShelfCounts {
  readonly total: number
  readonly byYear: Readonly<Record<number, number>>
  readonly byBureau: Readonly<Record<number, number>>
  readonly bySection: Readonly<Record<number, number>>
  /** Of the same year and place, for each term. */
  readonly byTerm: Readonly<Record<string, number>>
}

export function isCounted(filter: Filter): boolean {
  return termsFor(filter).length <= 1 && filter.elsewhere === undefined
}

/** In one statement over the summary, whatever the size of the shelf. */
export async function countShelved(
  db: Db,
  filter: Filter,
  choices: {
    readonly years: readonly number[]
    readonly bureaus: readonly number[]
    readonly sections: readonly number[]
    readonly terms: readonly string[]
  },
): Promise<ShelfCounts> {
  const [term = everything] = termsFor(filter)
  const place = filter.departmentId ?? (filter.bureauId === undefined ? everyPlace : -filter.bureauId)
  const year = filter.fiscalYear ?? everyYear
  const cells = await selectCells(db, {
    ...{ place, year, term },
    places: [everyPlace, ...choices.bureaus.map((id) => -id), ...choices.sections],
    years: [everyYear, ...choices.years],
    terms: [term, ...choices.terms],
  })
  // What stands in a cell is true whatever it was looked up for.
  const byPlace = new Map<number, number>()
  const byYear: Record<number, number> = {}
  const byTerm: Record<string, number> = {}
  for (const cell of cells) {
    const [samePlace, sameYear, sameTerm] = [cell.place === place, cell.year === year, cell.term === term]
    if (sameYear && sameTerm) byPlace.set(cell.place, cell.improvements)
    if (samePlace && sameTerm) byYear[cell.year] = cell.improvements
    if (samePlace && sameYear) byTerm[cell.term] = cell.improvements
  }
  return {
    total: byTerm[term] ?? 0,
    byTerm,
    byYear,
    byBureau: Object.fromEntries(choices.bureaus.map((id) => [id, byPlace.get(-id) ?? 0])),
    bySection: Object.fromEntries(choices.sections.map((id) => [id, byPlace.get(id) ?? 0])),
  }
}

type Asked = {
  place: number
  year: number
  term: string
  places: readonly number[]
  years: readonly number[]
  terms: readonly string[]
}

/** Three walks over the key; an `or` of them might be a scan. */
const selectCells = worded((db, { place, year, term, places, years, terms }: Asked) => {
  const cells = db.selectFrom('shelfCounts').select(['place', 'year', 'term', 'improvements'])
  return cells
    .where('place', '=', place)
    .where('year', '=', year)
    .where('term', 'in', [...terms])
    .unionAll(
      cells
        .where('place', '=', place)
        .where('year', 'in', [...years])
        .where('term', '=', term),
    )
    .unionAll(
      cells
        .where('place', 'in', [...places])
        .where('year', '=', year)
        .where('term', '=', term),
    )
})
