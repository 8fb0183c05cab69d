import type { Doors } from './door'
import { both } from './door'
import type { Objects } from './objects.server'
import { signed } from './parts.server'

const typed = ({ town }: Objects) => ({
  ...{ title: '番号札を置く', change: '番号札を置いた。', effectTags: 'time', implementedOn: 'R8.5.20' },
  projectIds: String(town.projects.counter),
  version: '1',
})

/** Nobody's address: to everybody the same. */
const writing = { may: signed, form: typed }
/** 伊藤 stands in for the sections of his bureau that nobody heads. */
const heading = ['head', 'otherHead', 'formerHead', 'council', 'secretariat', 'chair'] as const

/** 一人一改善; the reporter is the member of 市民課. */
export const practiceDoors: Doors = {
  ...both('/practices/new', writing),
  ...both('/practices/new/kept', writing),
  'GET /practices/new/draft': { may: signed, done: 302 },
  'POST /practices/new/draft': { may: signed, done: 200, form: typed },
  'GET /practices/to-confirm': { may: heading },
  'POST /practices/to-confirm': {
    ...{ of: 'practiceReported', may: ['head'] },
    form: ({ ids }) => ({
      'reports[0].report': String(ids.practiceReported),
      'reports[0].version': '2',
      'reports[0].chosen': 'on',
    }),
  },
  'GET /practices/:id': { of: 'practiceReported', may: signed },
  ...both('/practices/:id/edit', { of: 'practiceDraft', may: ['member'], form: typed }),
  ...both('/practices/:id/kept', { of: 'practiceDraft', may: ['member'], form: typed }),
  'GET /practices/:id/draft': { id: ({ ids }) => ids.practiceDraft, may: signed, done: 302 },
  'POST /practices/:id/draft': { of: 'practiceDraft', may: ['member'], done: 200, form: typed },
  'GET /practices/:id/check': { of: 'practiceDraft', may: ['member'] },
  // A draft of its own kind: this one lacks nothing.
  'POST /practices/:id/check': { of: 'practiceDraft', may: ['member'], form: () => ({ version: '1' }) },
  'GET /practices/:id/attachments': { of: 'practiceDraft', may: ['member'] },
  'POST /practices/:id/attachments': { of: 'practiceDraft', may: ['member'], done: 422 },
  ...both('/practices/:id/keeping', { of: 'practiceDraft', may: ['member'] }),
  ...both('/practices/:id/discard', { of: 'practiceDraft', may: ['member'] }),
  ...both('/practices/:id/confirmation', {
    ...{ of: 'practiceReported', may: ['head'] },
    form: () => ({ version: '2' }),
  }),
  ...both('/practices/:id/return', {
    ...{ of: 'practiceReported', may: ['head'] },
    form: () => ({ missing: '前のようすを書いてください。' }),
  }),
}
