import type { Day, Instant } from '../calendar'

/**
 * What the office does to its own house. None of it is the history of a proposal, moves the shelf or a figure, or is
 * told to anybody: what does belongs to another group.
 */
export type OfficeEvent = SettingEvent | PostEvent | AccountEvent | ReorganisationEvent | DatabaseRestored

type SettingEvent =
  | { kind: 'organisation.imported'; list: string; rows: number }
  | { kind: 'import.applied'; importId: number; list: string; lines: number }
  | { kind: 'import.undone'; importId: number; list: string }
  /** 募集. `rubricFromId` is the one whose 採点表 it begins with. */
  | { kind: 'campaign.opened'; campaignId: number; fiscalYear: number; rubricFromId: number | null }
  | { kind: 'campaign.changed'; campaignId: number; fiscalYear: number }
  | { kind: 'quorum.set'; body: string; validFrom: Day; seats: number | null; share: string }
  | {
      kind: 'reasonCode.set'
      reasonId: number
      change: 'added' | 'renamed' | 'moved' | 'retired' | 'resumed'
      /** Of a renaming: the reason with the words before, which is retired. */
      formerId: number | null
    }
  | { kind: 'synonyms.set'; groups: number }
  | { kind: 'accountRule.set'; unusedDays: number }
  | { kind: 'signInRules.set'; bindsByNumber: 0 | 1; refusesPasswords: 0 | 1 }
  | { kind: 'retention.set'; what: string; years: number }
  | { kind: 'draftRule.set'; months: number | null; warnDays: number }
  /** 廃棄 of what is older than that day. */
  | { kind: 'retention.disposed'; what: string; before: Day; count: number }

type PostEvent =
  | { kind: 'person.appointed'; personId: number; departmentId: number; validFrom: Day }
  | { kind: 'person.appointmentEnded'; personId: number; departmentId: number; validTo: Day }
  | { kind: 'person.appointmentCancelled'; personId: number; departmentId: number; validFrom: Day }
  | { kind: 'person.seated'; personId: number; body: string; validFrom: Day }
  | { kind: 'person.seatEnded'; personId: number; body: string; validTo: Day }

type AccountEvent =
  | { kind: 'account.opened'; personId: number }
  // Lines from before there was a second way have no `way`: they were by password.
  | { kind: 'account.signedIn'; personId: number; failuresBefore: number; way?: 'password' | 'singleSignOn' }
  | { kind: 'account.passwordChanged'; personId: number }
  | { kind: 'account.passwordReset'; personId: number }
  | { kind: 'account.disabled'; personId: number }
  | { kind: 'account.enabled'; personId: number }
  | { kind: 'account.signedOutEverywhere'; personId: number }
  | { kind: 'account.linked'; personId: number; how: 'administrator' | 'employeeNumber' }
  | { kind: 'account.unlinked'; personId: number }

/** 組織改正. `people` and `projects` count what moves with it. */
type ReorganisationEvent =
  | { kind: 'reorganisation.planned'; reorganisationId: number; effectiveOn: Day }
  | {
      kind: 'reorganisation.scheduled'
      reorganisationId: number
      effectiveOn: Day
      people: number
      projects: number
    }
  | { kind: 'reorganisation.cancelled'; reorganisationId: number; effectiveOn: Day }
  | { kind: 'reorganisation.projectsPlaced'; reorganisationId: number; projects: number }

/** What was written after the backup is not here: the line with which that log ended is named, if it could be read. */
interface DatabaseRestored {
  kind: 'database.restored'
  takenAt: Instant
  abandoned: { readonly seq: number; readonly hash: string } | null
  /** The account on the machine, since nobody is signed in there. */
  operator: string
}

const officeKinds: Readonly<Record<OfficeEvent['kind'], true>> = {
  'organisation.imported': true,
  'import.applied': true,
  'import.undone': true,
  'campaign.opened': true,
  'campaign.changed': true,
  'quorum.set': true,
  'reasonCode.set': true,
  'synonyms.set': true,
  'accountRule.set': true,
  'signInRules.set': true,
  'retention.set': true,
  'draftRule.set': true,
  'retention.disposed': true,
  'person.appointed': true,
  'person.appointmentEnded': true,
  'person.appointmentCancelled': true,
  'person.seated': true,
  'person.seatEnded': true,
  'account.opened': true,
  'account.signedIn': true,
  'account.passwordChanged': true,
  'account.passwordReset': true,
  'account.disabled': true,
  'account.enabled': true,
  'account.signedOutEverywhere': true,
  'account.linked': true,
  'account.unlinked': true,
  'reorganisation.planned': true,
  'reorganisation.scheduled': true,
  'reorganisation.cancelled': true,
  'reorganisation.projectsPlaced': true,
  'database.restored': true,
}

/** Leaves to the switches over events what may concern them; a new kind still finds its answer in each of those. */
export function isOfOffice(event: { readonly kind: string }): event is OfficeEvent {
  return Object.hasOwn(officeKinds, event.kind)
}
