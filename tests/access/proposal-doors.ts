import type { Doors } from './door'
import { both } from './door'
import { signed } from './parts.server'

const authors = ['author', 'coAuthor'] as const
const lead = ['author'] as const
const secretariat = ['secretariat'] as const

/** Who reads it and is no author of it. */
const supporters = ['head', 'member', 'secretariat', 'chair', 'recused'] as const

const typed = () => ({
  ...{ title: '窓口に番号札を置く', nameDisclosure: 'disclosed', willingness: 'together', keep: 'on' },
  version: '1',
})

/** The authors' pages and verbs. */
const authorDoors: Doors = {
  'GET /proposals': { may: signed },
  ...both('/proposals/new', { may: signed, form: typed }),
  'GET /proposals/draft': { may: signed, done: 302 },
  'POST /proposals/draft': { may: signed, done: 200, form: typed },
  'GET /proposals/:id': { of: 'considering', may: signed },
  'GET /proposals/:id/print': { of: 'considering', may: signed },
  ...both('/proposals/:id/edit', { of: 'draft', may: authors, form: typed }),
  // An address for scripts: reading it leads on to the form, which has a guard of its own.
  'GET /proposals/:id/draft': { may: signed, done: 302, id: ({ ids }) => ids.draft },
  'POST /proposals/:id/draft': { of: 'draft', may: authors, done: 200, form: typed },
  'GET /proposals/:id/check': { of: 'draft', may: authors },
  'POST /proposals/:id/check': { of: 'draft', may: lead, form: () => ({ version: '1' }) },
  'GET /proposals/:id/attachments': { of: 'draft', may: authors },
  'POST /proposals/:id/attachments': { of: 'draft', may: authors, done: 422 },
  ...both('/proposals/:id/keeping', { of: 'draft', may: authors }),
  ...both('/proposals/:id/discard', { of: 'draft', may: lead }),
  ...both('/proposals/:id/leave', { of: 'considering', may: ['coAuthor'] }),
  ...both('/proposals/:id/withdrawal', { of: 'considering', may: lead }),
  'GET /proposals/similar': { may: signed, done: 302 },
  'POST /proposals/similar': { may: signed, done: 200, form: () => ({ title: '窓口に番号札を置く' }) },
  'GET /proposals/:id/similar': { of: 'considering', may: signed },
  'GET /proposals/:id/support': { of: 'considering', may: signed },
  'POST /proposals/:id/support': {
    ...{ of: 'considering', may: supporters },
    form: () => ({ how: 'addition', text: '税務課でも同じです。' }),
  },
  'GET /proposals/:id/support/withdrawal': { may: signed, done: 302, id: ({ ids }) => ids.considering },
  'POST /proposals/:id/support/withdrawal': {
    of: 'considering',
    may: supporters,
    form: () => ({ how: 'agree' }),
  },
  ...both('/proposals/:id/resubmission', { of: 'declined', may: authors }),
}

/** 受付: the secretariat's. */
const intakeDoors: Doors = {
  'GET /proposals/intake': { may: secretariat },
  'GET /proposals/ledger': { may: secretariat },
  'GET /proposals/ledger/csv': { may: secretariat },
  'GET /proposals/ledger/xlsx': { may: secretariat },
  'GET /proposals/ledger/print': { may: secretariat },
  ...both('/proposals/:id/acceptance', {
    ...{ of: 'submitted', may: secretariat },
    form: ({ town: { departments } }) => ({
      departmentIds: String(departments.citizens),
      leadDepartmentId: String(departments.citizens),
      defaultDueOn: 'R8.6.30',
    }),
  }),
  ...both('/proposals/:id/return', {
    ...{ of: 'submitted', may: secretariat },
    form: () => ({ missing: '今どうなっているかを、もう少し詳しく。' }),
  }),
  ...both('/proposals/:id/refusal', {
    ...{ of: 'submitted', may: secretariat },
    form: () => ({ reasonCode: 'law', reason: '法令の定めにより受け付けられません。' }),
  }),
  ...both('/proposals/:id/information', {
    ...{ of: 'submitted', may: secretariat },
    form: ({ town }) => ({ departmentId: String(town.departments.citizens), reason: '参考になるため。' }),
  }),
  ...both('/proposals/:id/merger', {
    ...{ of: 'submitted', may: secretariat },
    form: ({ ids }) => ({ intoId: String(ids.considering), reason: '同じ窓口のことです。' }),
  }),
  ...both('/proposals/:id/merger/undo', { of: 'merged', may: secretariat }),
  ...both('/proposals/:id/authors', { of: 'considering', may: secretariat, done: 200 }),
}

export const proposalDoors: Doors = { ...authorDoors, ...intakeDoors }
