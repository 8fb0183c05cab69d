import type { Door, Doors } from './door'
import { both } from './door'
import { signed } from './parts.server'

const keepers = ['secretariat', 'administrator'] as const
const administrators = ['administrator'] as const

/** To everybody else an import does not exist. */
const previewed: Door = { id: ({ imports }) => imports.previewed, seenBy: keepers, may: keepers }
const applied: Door = { ...previewed, id: ({ imports }) => imports.applied }
/** An address for a verb: reading it leads on to the import, which has a guard of its own. */
const leadsOn: Door = { id: ({ imports }) => imports.previewed, may: signed, done: 302 }

const importDoors: Doors = {
  'GET /admin/imports': { may: keepers },
  'GET /admin/imports/new': { may: keepers, query: () => '?list=people' },
  // Without a file nothing begins.
  'POST /admin/imports/new': { may: keepers, query: () => '?list=people', done: 422 },
  'GET /admin/imports/:id': previewed,
  'GET /admin/imports/:id/lines': previewed,
  'GET /admin/imports/:id/errors': previewed,
  'GET /admin/imports/:id/mapping': previewed,
  'POST /admin/imports/:id/mapping': {
    ...previewed,
    form: () => ({ source_employeeNumber: '0', source_name: '1', source_kana: '2' }),
  },
  'GET /admin/imports/:id/preview': leadsOn,
  'POST /admin/imports/:id/preview': previewed,
  ...both('/admin/imports/:id/application', previewed),
  'GET /admin/imports/:id/discard': leadsOn,
  'POST /admin/imports/:id/discard': previewed,
  ...both('/admin/imports/:id/undo', applied),
  'GET /admin/lists/csv': { may: keepers, query: () => '?list=people' },
  'GET /admin/lists/template': { may: keepers, query: () => '?list=people' },
}

/** To everybody else these pages do not exist. */
const department: Door = { id: ({ town }) => town.departments.tax, seenBy: keepers, may: keepers }

const departmentDoors: Doors = {
  'GET /admin/departments': { may: keepers },
  ...both('/admin/departments/new', {
    may: keepers,
    form: ({ town }) => ({
      ...{ code: '010900', kind: 'section', name: '窓口課', validFrom: 'R9.4.1' },
      parentId: String(town.departments.civic),
    }),
  }),
  'GET /admin/departments/:id': department,
  ...both('/admin/departments/:id/edit', {
    ...department,
    form: ({ town }) => ({ name: '市税課', parentId: String(town.departments.civic) }),
  }),
}

const plan: Door = { id: ({ reorganisations }) => reorganisations.draft.id, seenBy: keepers, may: keepers }
const scheduled: Door = { ...plan, id: ({ reorganisations }) => reorganisations.scheduled }
const planLine: Door = { ...plan, id: ({ reorganisations }) => reorganisations.draft.line }

const reorganisationDoors: Doors = {
  'GET /admin/reorganisations': { may: keepers },
  ...both('/admin/reorganisations/new', {
    may: keepers,
    form: () => ({ name: '令和9年度組織改正', effectiveOn: 'R9.4.1' }),
  }),
  'GET /admin/reorganisations/:id': plan,
  ...both('/admin/reorganisations/:id/edit', {
    ...plan,
    form: ({ reorganisations }) => ({
      ...{ name: '令和10年度組織改正', effectiveOn: 'R10.4.1' },
      version: String(reorganisations.draft.version),
    }),
  }),
  ...both('/admin/reorganisations/:id/line', {
    ...{ ...plan, query: () => '?kind=found' },
    form: () => ({
      ...{ kind: 'found', 'laters[0].code': '020900', 'laters[0].name': '広報課' },
      'laters[0].parentCode': '020000',
    }),
  }),
  ...both('/admin/reorganisations/:id/projects', plan),
  ...both('/admin/reorganisations/:id/check', {
    ...plan,
    form: ({ reorganisations }) => ({ version: String(reorganisations.draft.version) }),
  }),
  ...both('/admin/reorganisations/:id/cancellation', scheduled),
  'GET /admin/reorganisations/:id/placement': { ...scheduled, done: 302 },
  'POST /admin/reorganisations/:id/placement': scheduled,
  'GET /admin/reorganisation-lines/:id/removal': { ...planLine, done: 302 },
  'POST /admin/reorganisation-lines/:id/removal': planLine,
}

/** 管理: the secretariat's and the administrators'. */
export const adminDoors: Doors = {
  'GET /admin': { may: keepers },
  'GET /admin/bodies': { may: keepers },
  ...both('/admin/bodies/quorum', {
    ...{ may: keepers, query: () => '?body=improvementCommittee' },
    form: () => ({ seats: '15', share: 'majority', validFrom: 'R9.4.1' }),
  }),
  'GET /admin/gaps': { may: keepers },
  'GET /admin/log': { may: administrators },
  'GET /admin/log/csv': { may: administrators },
  'GET /admin/log/verification': { may: administrators },
  'POST /admin/log/verification': { may: administrators, done: 200 },
  ...importDoors,
  ...departmentDoors,
  ...reorganisationDoors,
}
