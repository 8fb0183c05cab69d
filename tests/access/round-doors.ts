import type { Door, Doors } from './door'
import { both } from './door'
import { signed } from './parts.server'

/** Who records for the committee, and the secretariat. */
const keepers = ['secretariat', 'chair', 'recused'] as const
const running: Door = { id: ({ rounds }) => rounds.open, may: keepers }
const closed: Door = { id: ({ rounds }) => rounds.closed, may: keepers }

/** 「うちの課では？」: what others were asked does not exist for a head. */
export const roundDoors: Doors = {
  ...both('/improvements/:id/round', {
    ...{ id: ({ improvement }) => improvement, may: keepers },
    form: () => ({ whom: 'all', dueOn: 'R8.6.30' }),
  }),
  'GET /rounds': { may: signed },
  'POST /rounds': {
    ...{ seenBy: ['otherHead'], may: ['otherHead'] },
    form: ({ rounds }) => ({
      ...{ 'rows[0].section': String(rounds.toWelfare), 'rows[0].version': '1' },
      ...{ 'rows[0].answer': 'adopt', 'rows[0].reason': '' },
    }),
  },
  'GET /rounds/all': { may: keepers },
  'GET /rounds/:id': running,
  'GET /rounds/:id/csv': running,
  'GET /rounds/:id/closing': { ...running, may: signed, done: 302 },
  'POST /rounds/:id/closing': running,
  ...both('/rounds/:id/reopening', { ...closed, form: () => ({ dueOn: 'R8.6.30' }) }),
}
