import { expect, it } from 'vitest'
import { countStatements, statementsOfLoader } from './support/counted.server'
import { twoMeetings } from './support/two-meetings.server'
import { freshWorld } from './support/world.server'

/* A meeting of a whole afternoon opens as a short one does: as many statements for forty items as for four. */

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
      const few = await countStatements(world, path, { as, params: { id: String(ofShort) } })
      const many = await countStatements(world, path, { as, params: { id: String(ofLong) } })
      expect(few, `${as} ${path}`).toBeGreaterThan(3)
      expect(many, `${as} ${path}`).toBe(few)
      expect(many, `${as} ${path}`).toBeLessThanOrEqual(statementsOfLoader)
    }
  }
})
