import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  dayOf,
  daysBetween,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearShort,
  isWorkingDay,
  nextWorkingDay,
  parseDay,
  sameDayLastYear,
  startOf,
  wareki,
  warekiShort,
  warekiWithWeekday,
} from './calendar'

describe('a day is a day in Tokyo', () => {
  it.each([
    ['2027-03-31T14:59:59.999Z', '2027-03-31'],
    ['2027-03-31T15:00:00.000Z', '2027-04-01'],
    ['2026-12-31T15:00:00.000Z', '2027-01-01'],
  ])('%s is on %s', (instant, day) => {
    expect(dayOf(instant)).toBe(day)
  })

  it('begins at 15:00 UTC of the day before', () => {
    expect(startOf('2027-04-01')).toBe('2027-03-31T15:00:00.000Z')
  })
})

describe('the fiscal year', () => {
  it.each([
    ['2026-03-31', 2025, '令和7年度', 'R7'],
    ['2026-04-01', 2026, '令和8年度', 'R8'],
    ['2019-04-01', 2019, '令和元年度', 'R1'],
    ['2019-03-31', 2018, '平成30年度', 'H30'],
  ])('of %s is %d, called %s, short %s', (day, year, label, short) => {
    expect(fiscalYearOf(day)).toBe(year)
    expect(fiscalYearLabel(year)).toBe(label)
    expect(fiscalYearShort(year)).toBe(short)
  })
})

describe('a day in the Japanese calendar', () => {
  it.each([
    ['2026-11-22', '令和8年11月22日', 'R8.11.22'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
    ['1989-01-07', '昭和64年1月7日', 'S64.1.7'],
  ])('%s reads %s', (day, long, short) => {
    expect(wareki(day)).toBe(long)
    expect(warekiShort(day)).toBe(short)
  })

  it('names the weekday', () => {
    expect(warekiWithWeekday('2026-11-22')).toBe('令和8年11月22日（日）')
  })

  it.each([
    ['2026/4/1', '2026-04-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026年4月1日', '2026-04-01'],
    ['R8.4.1', '2026-04-01'],
    ['ｒ８．４．１', '2026-04-01'],
    ['令和8年4月1日', '2026-04-01'],
    ['令和 元年 5月 1日', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['2026/2/29', null],
    ['2024/2/29', '2024-02-29'],
    ['令和8年13月1日', null],
    ['明日', null],
    ['', null],
  ])('%s is read as %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })
})

describe('working days', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-23', false, '勤労感謝の日'],
    ['2026-09-21', false, '敬老の日'],
    ['2026-09-22', false, 'a day between two holidays'],
    ['2026-09-23', false, '秋分の日'],
    ['2026-05-06', false, 'made up for a holiday on a Sunday'],
    ['2026-12-28', true, 'the last working day of the year'],
    ['2026-12-29', false, 'the closure at the year’s end'],
    ['2027-01-03', false, 'the closure at the year’s end'],
    ['2027-01-04', true, 'the first working day'],
    ['2027-03-22', false, 'made up for 春分の日 on a Sunday'],
  ])('%s: %s, %s', (day, expected) => {
    expect(isWorkingDay(day)).toBe(expected)
  })

  it('are counted from the next day on, over holidays and the new year', () => {
    expect(addWorkingDays('2026-11-20', 3)).toBe('2026-11-26')
    expect(addWorkingDays('2026-12-28', 1)).toBe('2027-01-04')
    expect(nextWorkingDay('2026-11-21')).toBe('2026-11-24')
  })
})

it('compares with the same day of the year before, also in a leap year', () => {
  expect(sameDayLastYear('2026-11-22')).toBe('2025-11-22')
  expect(sameDayLastYear('2028-02-29')).toBe('2027-02-28')
  expect(daysBetween('2026-11-22', '2026-11-25')).toBe(3)
})
