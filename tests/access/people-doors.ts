import type { Door, Doors } from './door'
import { both } from './door'

const keepers = ['secretariat', 'administrator'] as const
const administrators = ['administrator'] as const

/** To everybody else the pages about a person do not exist. */
const person: Door = { id: ({ players }) => players.employee, seenBy: keepers, may: keepers }
/** An address for a verb: reading it leads on to the person. */
const leadsOn: Door = { ...person, done: 302 }
const account: Door = { ...person, may: administrators }

/** 職員、発令、名簿: the secretariat's and the administrators'; accounts are the administrators' alone. */
export const peopleDoors: Doors = {
  'GET /admin/people': { may: keepers },
  ...both('/admin/people/new', {
    may: keepers,
    form: () => ({ employeeNumber: '000097', name: '新人　四', employmentType: 'regular' }),
  }),
  ...both('/admin/people/unused-days', {
    may: administrators,
    form: () => ({ unusedDays: '60' }),
  }),
  'GET /admin/people/:id': person,
  ...both('/admin/people/:id/edit', {
    ...person,
    form: () => ({ name: '岡田　稔', kana: 'おかだ　みのる', employmentType: 'regular' }),
  }),
  ...both('/admin/people/:id/appointment', {
    ...person,
    form: ({ town, posts }) => ({
      ...{ kind: 'concurrent', validFrom: 'R9.4.1' },
      ...{ departmentId: String(town.departments.citizens), postId: String(posts.clerk) },
    }),
  }),
  ...both('/admin/people/:id/seat', {
    ...person,
    form: () => ({ body: 'promotionCommittee', role: 'member', validFrom: 'R9.4.1' }),
  }),
  ...both('/admin/appointments/:id/end', {
    ...{ ...person, id: ({ terms }) => terms.appointment },
    form: () => ({ lastDay: 'R9.3.31' }),
  }),
  'GET /admin/appointments/:id/cancellation': { ...leadsOn, id: ({ terms }) => terms.coming },
  'POST /admin/appointments/:id/cancellation': { ...person, id: ({ terms }) => terms.coming },
  ...both('/admin/seats/:id/end', {
    ...{ ...person, id: ({ terms }) => terms.seat },
    form: () => ({ lastDay: 'R9.3.31' }),
  }),
  'GET /admin/people/:id/initial-password': account,
  'POST /admin/people/:id/initial-password': { ...account, done: 200 },
  'GET /admin/people/:id/sign-out': leadsOn,
  'POST /admin/people/:id/sign-out': account,
  ...both('/admin/people/:id/link', { ...account, form: () => ({ subject: 'okada@town' }) }),
  'GET /admin/people/:id/link/removal': leadsOn,
  'POST /admin/people/:id/link/removal': { ...account, id: ({ players }) => players.member },
  ...both('/admin/sign-in-rules', { may: administrators, form: () => ({ refusesPasswords: 'on' }) }),
  'GET /admin/people/:id/stop': leadsOn,
  'POST /admin/people/:id/stop': account,
  'GET /admin/people/:id/resumption': leadsOn,
  'POST /admin/people/:id/resumption': account,
}
