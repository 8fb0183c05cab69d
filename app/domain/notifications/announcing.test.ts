import { describe, expect, it } from 'vitest'
import type { DomainEvent, EventKind } from '../events/event'
import type { Audience, Subject } from './announcement'
import { announcementsOf } from './announcing'

const subject: Subject = {
  title: '番号札',
  receiveDueOn: '2026-06-04',
  noticeWithinDays: 7,
  implementingDepartmentId: 5,
  plannedOn: '2026-10-01',
  confirmingDepartmentId: 5,
  departmentName: '市民課',
  body: 'improvementCommittee',
}

const on = { proposalId: 1 }
const asked = { ...on, considerationId: 2, departmentId: 5 }

/** One of every kind, and who is told of it. */
const told: Readonly<Record<EventKind, [Record<string, unknown>, Audience['to'][]]>> = {
  'proposal.drafted': [on, []],
  'proposal.discarded': [on, []],
  'proposal.draftWarned': [{ ...on, expiresOn: '2026-07-01' }, ['authors']],
  'proposal.coAuthorJoined': [{ ...on, personId: 9 }, ['person']],
  'proposal.coAuthorLeft': [{ ...on, personId: 9 }, ['authors']],
  'proposal.submitted': [on, ['body', 'authors']],
  'proposal.returned': [{ ...on, returnId: 1 }, ['authors']],
  'proposal.accepted': [{ ...on, receiptNumber: 'R8-001', leadDepartmentId: 5 }, ['authors']],
  'proposal.declined': [{ ...on, reasonCode: 'law' }, ['authors']],
  'proposal.informed': [{ ...on, departmentId: 5 }, ['authors', 'heads']],
  'proposal.merged': [{ ...on, intoId: 3 }, ['authors']],
  'proposal.mergerUndone': [{ ...on, intoId: 3 }, ['authors']],
  'proposal.authorsRevealed': [on, []],
  'proposal.putOnAgenda': [{ ...on, heldOn: '2026-06-01' }, ['authors']],
  'proposal.postponed': [{ ...on, agendaItemId: 7 }, ['authors']],
  'proposal.referred': [{ ...on, referralId: 1, heldOn: '2026-06-01' }, ['authors', 'recorders']],
  'proposal.returnedFromCouncil': [{ ...on, referralId: 1 }, ['authors', 'recorders']],
  'proposal.decided': [{ ...on, decisionId: 1, decision: 'adopted' }, ['body']],
  'proposal.held': [{ ...on, holdId: 1, recheckOn: '2026-09-01', helperId: 9 }, ['authors', 'person']],
  'proposal.cameBack': [{ ...on, holdId: 1 }, ['authors', 'recorders']],
  'proposal.holdNoted': [{ ...on, holdId: 1 }, ['authors']],
  'proposal.notified': [{ ...on, noticeId: 1, decision: 'adopted' }, ['authors', 'heads']],
  'proposal.closed': [on, ['authors']],
  'proposal.asked': [{ ...on, questionId: 1 }, ['authors']],
  'proposal.replied': [{ ...on, questionId: 1, askedById: 9 }, ['person']],
  'proposal.talkedOver': [{ ...on, heldOn: '2026-06-01' }, ['authors', 'headsAsked']],
  'proposal.withdrawn': [on, ['headsAsked', 'body', 'authors']],
  'proposal.supported': [{ ...on, how: 'agree' }, ['authors']],
  'proposal.supportWithdrawn': [{ ...on, how: 'agree' }, []],
  'consideration.asked': [{ ...asked, round: 1, dueOn: '2026-06-15' }, ['heads']],
  'consideration.takenUp': [asked, ['authors']],
  'consideration.answered': [{ ...asked, stance: 'do', version: 1 }, ['authors']],
  'consideration.extended': [{ ...asked, dueOn: '2026-07-01' }, ['authors', 'body']],
  'consideration.reassigned': [{ ...asked, dueOn: '2026-07-01' }, ['heads', 'authors', 'body']],
  'consideration.closed': [on, ['authors', 'body']],
  'consultation.asked': [{ ...asked, consultationId: 7, byDepartmentId: 6 }, ['heads']],
  'consultation.answered': [{ ...asked, consultationId: 7, byDepartmentId: 6 }, ['heads']],
  'implementation.started': [{ ...on, departmentId: 5 }, ['authors']],
  'implementation.reported': [{ ...on, reportId: 1, status: 'inProgress' }, ['authors']],
  'implementation.completed': [{ ...on, implementedOn: '2026-09-01' }, ['authors', 'heads', 'body']],
  'implementation.abandoned': [on, ['authors', 'recorders']],
  'implementation.verified': [on, ['authors', 'heads']],
  'practice.drafted': [{ practiceId: 4 }, []],
  'practice.discarded': [{ practiceId: 4 }, []],
  'practice.draftWarned': [{ practiceId: 4, expiresOn: '2026-07-01' }, ['practiceMembers']],
  'practice.reported': [{ practiceId: 4, receiptNumber: 'R8-0001' }, ['heads', 'practiceMembers']],
  'practice.returned': [{ practiceId: 4, returnId: 1 }, ['practiceMembers']],
  'practice.confirmed': [{ practiceId: 4, projectIds: [] }, ['practiceMembers']],
  'memo.shared': [{ memoId: 3, sharing: 'staff' }, []],
  'memo.joined': [{ memoId: 3, writerId: 9 }, ['person']],
  'memo.left': [{ memoId: 3, writerId: 9 }, ['person']],
  'sitting.planned': [{ sittingId: 6, heldOn: '2026-06-05' }, []],
  'sitting.changed': [{ sittingId: 6, heldOn: '2026-06-06' }, ['judges']],
  'sitting.reordered': [{ sittingId: 6 }, []],
  'sitting.papersSent': [{ sittingId: 6, items: 12 }, ['judges']],
  'sitting.scoresOpened': [{ sittingId: 6, sheets: 30, digest: 'd' }, ['judges']],
  'sitting.attended': [{ sittingId: 6, present: 9 }, []],
  'sitting.minutesWritten': [{ sittingId: 6 }, []],
  'sitting.closed': [{ sittingId: 6 }, []],
  'score.saved': [{ sittingId: 6, agendaItemId: 7 }, []],
  'recusal.declared': [{ sittingId: 6, agendaItemId: 7 }, []],
  'agenda.resolved': [{ agendaItemId: 7, outcome: 'decided', manner: 'consensus' }, []],
  'rubric.changed': [{ campaignId: 8 }, []],
  'spread.recorded': [
    { improvementId: 7, spreadId: 2, departmentId: 5, state: 'done' },
    ['improvers', 'followers'],
  ],
  'improvement.remarked': [{ improvementId: 7, remark: 'thanks' }, ['improvers']],
  'improvement.guided': [{ improvementId: 7 }, ['followers']],
  'improvement.followedUp': [{ improvementId: 7, outcome: 'ended' }, ['improvers', 'followers']],
  'round.opened': [{ improvementId: 7, roundId: 2, dueOn: '2026-06-15', sections: 5 }, ['headsOfRound']],
  'round.answered': [{ improvementId: 7, roundId: 2, departmentId: 5, answer: 'done' }, []],
  'round.closed': [{ improvementId: 7, roundId: 2 }, []],
  'round.reopened': [{ improvementId: 7, roundId: 2, dueOn: '2026-06-30' }, ['headsOfRound']],
  'organisation.imported': [{ list: 'people', rows: 1 }, []],
  'fiscalYear.opened': [{ fiscalYear: 2026 }, []],
  'fiscalYear.changed': [{ fiscalYear: 2026, before: {}, after: {} }, []],
  'fiscalYear.closed': [{ fiscalYear: 2025 }, []],
  'projects.carriedOver': [{ fiscalYear: 2027, carried: 640, merged: 1, ended: 1 }, []],
  'project.added': [{ fiscalYear: 2027, projectId: 4 }, []],
  'project.changed': [{ fiscalYear: 2027, projectId: 4, projectYearId: 9, before: {}, after: {} }, []],
  'yearCheck.made': [{ fiscalYear: 2027, item: 'rubric' }, []],
  'yearCheck.takenBack': [{ fiscalYear: 2027, item: 'rubric' }, []],
  'draftRule.set': [{ months: 36, warnDays: 30 }, []],
  'retention.set': [{ what: 'imports', years: 1 }, []],
  'retention.disposed': [{ what: 'imports', before: '2026-04-01', count: 3 }, []],
  'campaign.opened': [{ campaignId: 3, fiscalYear: 2027, rubricFromId: 2 }, []],
  'campaign.changed': [{ campaignId: 3, fiscalYear: 2027 }, []],
  'synonyms.set': [{ groups: 2 }, []],
  'account.opened': [{ personId: 9 }, []],
  'account.signedIn': [{ personId: 9, failuresBefore: 0 }, []],
  'account.passwordChanged': [{ personId: 9 }, []],
  'account.passwordReset': [{ personId: 9 }, []],
  'database.restored': [{ takenAt: '2026-06-01T00:00:00.000Z', abandoned: null, operator: 'kaizen' }, []],
  'account.disabled': [{ personId: 9 }, []],
  'account.enabled': [{ personId: 9 }, []],
  'import.applied': [{ importId: 1, list: 'people', lines: 3 }, []],
  'import.undone': [{ importId: 1, list: 'people' }, []],
  'account.signedOutEverywhere': [{ personId: 9 }, []],
  'account.linked': [{ personId: 9, how: 'administrator' }, []],
  'account.unlinked': [{ personId: 9 }, []],
  'signInRules.set': [{ bindsByNumber: 1, refusesPasswords: 0 }, []],
  'person.appointed': [{ personId: 9, departmentId: 2, validFrom: '2027-04-01' }, []],
  'person.appointmentEnded': [{ personId: 9, departmentId: 2, validTo: '2027-03-31' }, []],
  'person.appointmentCancelled': [{ personId: 9, departmentId: 2, validFrom: '2027-04-01' }, []],
  'person.seated': [{ personId: 9, body: 'secretariat', validFrom: '2027-04-01' }, []],
  'person.seatEnded': [{ personId: 9, body: 'secretariat', validTo: '2027-03-31' }, []],
  'reorganisation.planned': [{ reorganisationId: 1, effectiveOn: '2027-04-01' }, []],
  'reorganisation.scheduled': [
    { reorganisationId: 1, effectiveOn: '2027-04-01', people: 12, projects: 5 },
    [],
  ],
  'reorganisation.cancelled': [{ reorganisationId: 1, effectiveOn: '2027-04-01' }, []],
  'reorganisation.projectsPlaced': [{ reorganisationId: 1, projects: 5 }, []],
  'accountRule.set': [{ unusedDays: 60 }, []],
  'quorum.set': [{ body: 'policyCouncil', validFrom: '2027-04-01', seats: null, share: 'half' }, []],
  'reasonCode.set': [{ reasonId: 3, change: 'retired', formerId: null }, []],
  'delegation.named': [
    {
      ...{ delegationId: 8, departmentId: 2, headId: 3, personId: 9 },
      ...{ validFrom: '2026-06-10', validTo: '2026-06-12' },
    },
    ['person', 'person'],
  ],
  'delegation.ended': [{ delegationId: 8, departmentId: 2, headId: 3, personId: 9 }, ['person', 'person']],
}

function announced(kind: EventKind, fields = told[kind][0], about = subject) {
  return announcementsOf({ kind, ...fields } as DomainEvent, about, '2026-06-01')
}

const kinds = Object.keys(told) as EventKind[]

describe.each(kinds)('of %s', (kind) => {
  it(`${told[kind][1].join(', ') || 'nobody'} is told`, () => {
    expect(announced(kind).map(({ audience }) => audience.to)).toEqual(told[kind][1])
  })

  it('every message names its object and leads somewhere', () => {
    for (const { text, path } of announced(kind)) {
      expect(text).toMatch(/：番号札$/)
      expect(path).toMatch(/^\/[a-z]+(\/\d+)?(\/(edit|keeping|support|remarks|delegations))?$/)
    }
  })
})

it('a decision is told to the secretariat alone until the notice, without what it says', () => {
  const messages = announced('proposal.decided')
  expect(messages.map(({ audience }) => audience)).toEqual([{ to: 'body', body: 'secretariat' }])
  expect(messages[0]?.text).toBe('6月8日までに結果を通知してください：番号札')
})

it('a message to do something says by when', () => {
  const texts = (kind: EventKind) => announced(kind).map(({ text }) => text)
  expect(texts('proposal.submitted')[0]).toBe('6月4日までに受け付けてください：番号札')
  expect(texts('consideration.asked')).toEqual(['6月15日までに検討してください：番号札'])
  expect(texts('proposal.notified')[1]).toBe('採用されました。10月1日までに実施してください：番号札')
  expect(texts('practice.reported')[0]).toBe('6月4日までに改善の報告を確認してください：番号札')
})

it('what was not adopted asks no department to do anything', () => {
  const messages = announced('proposal.notified', undefined, { ...subject, implementingDepartmentId: null })
  expect(messages.map(({ audience }) => audience.to)).toEqual(['authors'])
})

it('a second question is told to the authors too', () => {
  const again = { ...asked, round: 2, dueOn: '2026-06-15' }
  expect(announced('consideration.asked', again).map(({ audience }) => audience.to)).toEqual([
    'heads',
    'authors',
  ])
})

it('where no head is left to confirm a report, the secretariat is asked', () => {
  const [first] = announced('practice.reported', undefined, { ...subject, confirmingDepartmentId: null })
  expect(first?.audience).toEqual({ to: 'body', body: 'secretariat' })
})
