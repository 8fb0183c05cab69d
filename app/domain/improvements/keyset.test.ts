import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageOf, pageSize, type Place } from './keyset'

const shelf = (ids: readonly number[]) => ids.map((id) => ({ id })).sort((a, b) => b.id - a.id)

/** What a database would give for the place. */
function fetch(rows: readonly { id: number }[], { before, after }: Place) {
  const inOrder = after === undefined ? rows : [...rows].reverse()
  return inOrder
    .filter(({ id }) => (before === undefined || id < before) && (after === undefined || id > after))
    .slice(0, pageSize + 1)
}

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 130 })

it('goes through every row once, and back the same way', () => {
  fc.assert(
    fc.property(ids, (drawn) => {
      const rows = shelf(drawn)
      const seen: number[] = []
      const pages: number[][] = []
      let page = pageOf(fetch(rows, {}), {})
      for (;;) {
        seen.push(...page.rows.map(({ id }) => id))
        pages.push(page.rows.map(({ id }) => id))
        if (page.nextBefore === null) break
        page = pageOf(fetch(rows, { before: page.nextBefore }), { before: page.nextBefore })
      }
      expect(seen).toEqual(rows.map(({ id }) => id))
      for (const earlier of pages.reverse().slice(1)) {
        const after = page.previousAfter ?? 0
        page = pageOf(fetch(rows, { after }), { after })
        expect(page.rows.map(({ id }) => id)).toEqual(earlier)
      }
      expect(page.previousAfter).toBeNull()
    }),
  )
})

it('hides and repeats nothing when rows come in meanwhile', () => {
  const first = pageOf(fetch(shelf(range(1, 45)), {}), {})
  const grown = shelf(range(1, 60))
  const second = pageOf(fetch(grown, { before: first.nextBefore ?? 0 }), { before: first.nextBefore ?? 0 })
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(range(6, 45).reverse())
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
