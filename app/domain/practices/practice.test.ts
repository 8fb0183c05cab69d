import { describe, expect, it } from 'vitest'
import type { Actor, Appointment } from '../organisation/actor'
import { emptyContent, missingIn, type PracticeContent } from './content'
import { mayConfirm, mayDiscard, mayReport, mayReturn, mayRevise } from './policy'
import {
  isPracticeSeenBy,
  mayFollow,
  practiceLifecycle,
  practiceReceiptNumber,
  type PracticeFacts,
} from './practice'
import { medianOf, suspicionOf } from './suspicion'

const section = 12
const bureau = 10

const appointed = (departmentId: number, isHead = false): Appointment => ({
  ...{
    departmentId,
    departmentName: '課',
    bureauId: bureau,
    postName: '',
    rank: 7,
    isHead,
    isDeputy: false,
    kind: 'main',
  },
})
const person = (personId: number, ...appointments: Appointment[]): Actor => ({
  ...{ personId, name: '', today: '2026-06-01', appointments, seats: [] },
})
const reporter = person(1, appointed(section))
const member = person(2, appointed(99))
const colleague = person(3, appointed(section))
const chief = person(4, appointed(section, true))
const director = person(5, appointed(bureau, true))
const stranger = person(6, appointed(99, true))
const office: Actor = { ...person(7, appointed(98)), seats: [{ body: 'secretariat', role: 'clerk' }] }

const draft: PracticeFacts = {
  ...{ id: 1, stage: 'draft', version: 1, reporterId: 1, memberIds: [2], reported: false },
  ...{ projectUnknown: false, departmentId: section },
  departmentIds: [section],
  confirmingDepartmentIds: [section, bureau],
}
const reported: PracticeFacts = { ...draft, stage: 'reported', reported: true }
const returned: PracticeFacts = { ...reported, stage: 'returned' }
const confirmed: PracticeFacts = { ...reported, stage: 'confirmed' }
const officeConfirms: PracticeFacts = { ...reported, confirmingDepartmentIds: [] }

describe('who reads a report', () => {
  const everybody = { reporter, member, colleague, chief, director, stranger, office }
  it.each([
    ['a draft', draft, 'reporter member'],
    ['a reported one', reported, 'reporter member colleague chief director office'],
    ['a returned one', returned, 'reporter member colleague chief director office'],
    ['a confirmed one', confirmed, 'reporter member colleague chief director stranger office'],
  ])('%s', (_, facts, readers) => {
    const names = Object.entries(everybody).filter(([, actor]) => isPracticeSeenBy(actor, facts))
    expect(names.map(([name]) => name).join(' ')).toBe(readers)
  })
})

describe('who may do what', () => {
  it.each([
    ['the reporter revises a draft', mayRevise(reporter, draft), true],
    ['a member revises a draft', mayRevise(member, draft), true],
    ['a colleague does not', mayRevise(colleague, draft), false],
    ['nobody revises what is reported', mayRevise(reporter, reported), false],
    ['the reporter revises after a return', mayRevise(reporter, returned), true],
    ['the reporter reports', mayReport(reporter, draft), true],
    ['a member does not', mayReport(member, draft), false],
    ['nobody reports twice', mayReport(reporter, reported), false],
    ['the reporter discards a draft', mayDiscard(reporter, draft), true],
    ['what has a number stays', mayDiscard(reporter, returned), false],
    ['the head confirms', mayConfirm(chief, reported), true],
    ['the head of the bureau confirms', mayConfirm(director, reported), true],
    ['a head of another section does not', mayConfirm(stranger, reported), false],
    ['a colleague does not confirm', mayConfirm(colleague, reported), false],
    ['nobody confirms what is confirmed', mayConfirm(chief, confirmed), false],
    ['nobody confirms what was returned', mayConfirm(chief, returned), false],
    ['the secretariat does not confirm for a head', mayConfirm(office, reported), false],
    ['the secretariat confirms where no head is left', mayConfirm(office, officeConfirms), true],
    ['a former reporter who became head does not', mayConfirm(chief, { ...reported, reporterId: 4 }), false],
    ['a member who became head does not', mayConfirm(chief, { ...reported, memberIds: [4] }), false],
    ['the head returns', mayReturn(chief, reported), true],
    ['a confirmed one is not returned', mayReturn(chief, confirmed), false],
  ])('%s', (_, verdict, allowed) => expect(verdict.ok).toBe(allowed))
})

it('a confirmed report is the end', () => {
  const verbs = Object.keys(practiceLifecycle) as (keyof typeof practiceLifecycle)[]
  expect(verbs.filter((verb) => mayFollow(verb, 'confirmed'))).toEqual([])
})

it('numbers reports with four digits in their year', () => {
  expect(practiceReceiptNumber(2026, 142)).toBe('R8-0142')
  expect(practiceReceiptNumber(2019, 10_001)).toBe('R1-10001')
})

describe('what is missing', () => {
  const whole: PracticeContent = {
    ...emptyContent,
    ...{ title: '会議資料をPDFで事前共有', change: '前日に共有した。', implementedOn: '2026-06-01' },
    projectIds: [1],
  }
  const fieldsOf = (change: Partial<PracticeContent>) =>
    missingIn({ ...whole, ...change }, { titleLength: 40 }, '2026-06-01').map(({ field }) => field)
  it.each([
    ['nothing', {}, []],
    ['the name', { title: '' }, ['title']],
    ['a shorter name', { title: '𠮷'.repeat(41) }, ['title']],
    ['nothing at forty characters, however they are stored', { title: '𠮷'.repeat(40) }, []],
    ['the project', { projectIds: [] }, ['projectIds']],
    ['nothing when the project is not known', { projectIds: [], projectUnknown: 1 }, []],
    ['one of two answers', { projectUnknown: 1 }, ['projectIds']],
    ['the day', { implementedOn: null }, ['implementedOn']],
    ['a day that has come', { implementedOn: '2026-06-02' }, ['implementedOn']],
    ['all of it', emptyContent, ['title', 'projectIds', 'change', 'implementedOn']],
  ] satisfies [string, Partial<PracticeContent>, string[]][])('%s', (_, change, fields) =>
    expect(fieldsOf(change)).toEqual(fields),
  )
})

describe('a suspicious effect', () => {
  const limits = { suspiciousMinutesPerYear: 120_000, suspiciousYenPerYear: 10_000_000 }
  const usual = { minutes: Array.from({ length: 11 }, () => 600), yen: [] }
  it.each([
    ['none', null, null, false],
    ['an ordinary one', 6_000, null, false],
    ['more than ten times the median', 6_001, null, true],
    ['money within the limit and without others to compare', 0, 10_000_000, false],
    ['money above the limit', null, 10_000_001, true],
  ])('%s', (_, minutesPerYear, yenPerYear, asked) => {
    expect(suspicionOf({ minutesPerYear, yenPerYear }, limits, usual) !== null).toBe(asked)
  })

  it('is not told by the median of a few', () => {
    const few = { minutes: [1, 1, 1], yen: [] }
    expect(suspicionOf({ minutesPerYear: 6_000, yenPerYear: null }, limits, few)).toBeNull()
  })

  it.each([
    [[], null],
    [[3], 3],
    [[9, 1, 3], 3],
    [[1, 2, 3, 10], 2.5],
  ])('the median of %j is %s', (values, median) => expect(medianOf(values)).toBe(median))
})
