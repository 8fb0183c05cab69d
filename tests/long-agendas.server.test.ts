import type { KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { call } from './access/calling.server'
import { listEntrances } from './access/site'
import { twoMeetings } from './support/two-meetings.server'
import { freshWorld, type TestWorld } from './support/world.server'

/* A meeting of a whole afternoon opens as a short one does: as many statements for forty items as for four. */

const entrances = await listEntrances()

/** What one loader asks, with the session and the powers of whoever looks. */
async function countStatements(world: TestWorld, path: string, id: number, as: 'chair' | 'secretariat') {
  let statements = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      statements += 1
      return result
    },
  }
  const entrance = entrances.find(({ name }) => name === `GET ${path}`)
  if (!entrance) throw new Error(`There is no page ${path}`)
  const counted = { ...world, reader: world.reader.withPlugin(counting) }
  const { status, text } = await call(counted, entrance, { as, params: { id: String(id) } })
  expect(status, text.slice(0, 200)).toBe(200)
  return statements
}

/** Of eight for a page (performance.md §2); the eighth is the number of unread messages, which is the root's to ask. */
const bar = 7

it('the pages and papers of a meeting ask as much for forty items as for four', async () => {
  await using world = await freshWorld()
  const [short, long] = await twoMeetings(world)
  const ofSitting = ['', '/order', '/print', '/papers/print', '/score-sheets/print', '/minutes/print']
  const ofItem = ['', '/score']
  for (const as of ['chair', 'secretariat'] as const) {
    const pages = [
      ...ofSitting.map((page) => [`/sittings/:id${page}`, short?.sittingId, long?.sittingId] as const),
      ...ofItem.map((page) => [`/agenda/:id${page}`, short?.itemIds[0], long?.itemIds[0]] as const),
    ]
    for (const [path, ofShort = 0, ofLong = 0] of pages) {
      if (path === '/agenda/:id/score' && as === 'secretariat') continue // who judges nothing
      const few = await countStatements(world, path, ofShort, as)
      const many = await countStatements(world, path, ofLong, as)
      expect(few, `${as} ${path}`).toBeGreaterThan(3)
      expect(many, `${as} ${path}`).toBe(few)
      expect(many, `${as} ${path}`).toBeLessThanOrEqual(bar)
    }
  }
})
