import type { Door, Doors } from './door'
import { both } from './door'

const keepers = ['secretariat', 'administrator'] as const

const reason: Door = { id: ({ reasons }) => reasons.current, seenBy: keepers, may: keepers }
const retired: Door = { ...reason, id: ({ reasons }) => reasons.retired }

/** What the town decides for itself. */
export const settingDoors: Doors = {
  'GET /admin/reasons': { may: keepers },
  ...both('/admin/reasons/new', {
    ...{ may: keepers, query: () => '?for=difficult' },
    form: () => ({ label: '世論' }),
  }),
  ...both('/admin/reasons/:id/edit', { ...reason, form: () => ({ label: '法令・条例' }) }),
  'GET /admin/reasons/:id/move': { ...reason, done: 302 },
  'POST /admin/reasons/:id/move': { ...reason, form: () => ({ direction: 'down' }) },
  'GET /admin/reasons/:id/retirement': { ...reason, done: 302 },
  'POST /admin/reasons/:id/retirement': reason,
  'GET /admin/reasons/:id/resumption': { ...retired, done: 302 },
  'POST /admin/reasons/:id/resumption': retired,
}
