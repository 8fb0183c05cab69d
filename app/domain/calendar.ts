import { isHoliday } from './holidays'

/**
 * Days and years of the city hall. A `Day` is a civil day in Asia/Tokyo (YYYY-MM-DD), an `Instant` is UTC
 * ISO-8601 with milliseconds. The process's own time zone never matters: Japan has had UTC+9 without
 * daylight saving since 1951.
 */
export type Day = string
export type Instant = string
/** YYYY-MM. */
export type Month = string

const TOKYO_OFFSET_MS = 9 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

export function instantOf(date: Date): Instant {
  return date.toISOString()
}

export function dayOf(instant: Instant): Day {
  return new Date(Date.parse(instant) + TOKYO_OFFSET_MS).toISOString().slice(0, 10)
}

/** The first instant of a day in Tokyo. */
export function startOf(day: Day): Instant {
  return new Date(Date.parse(`${day}T00:00:00Z`) - TOKYO_OFFSET_MS).toISOString()
}

/** Negative for earlier. */
export function laterBy(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString()
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The same day of the year before; 29 February becomes 28 February. */
export function sameDayLastYear(day: Day): Day {
  const year = Number(day.slice(0, 4)) - 1
  const rest = day.slice(4)
  return rest === '-02-29' ? `${year}-02-28` : `${year}${rest}`
}

/** Fiscal year 「年度」: 1 April to 31 March, named by the year it begins in (地方自治法第208条). */
export function fiscalYearOf(day: Day): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '04-01' ? year : year - 1
}

export function firstDayOf(fiscalYear: number): Day {
  return `${fiscalYear}-04-01`
}

export function lastDayOf(fiscalYear: number): Day {
  return `${fiscalYear + 1}-03-31`
}

/** Saturdays, Sundays, national holidays and 12/29–1/3 (行政機関の休日に関する法律第1条, same in the cities' ordinances). */
export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** First and last day of a month. */
export function daysOfMonth(month: Month): { readonly first: Day; readonly last: Day } {
  return { first: `${month}-01`, last: addDays(`${monthAfter(month, 1)}-01`, -1) }
}

/** Negative for earlier. */
export function monthAfter(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const monthDayText = day.slice(5)
  const isNewYearClosure = monthDayText >= '12-29' || monthDayText <= '01-03'
  return weekday !== 0 && weekday !== 6 && !isNewYearClosure && !isHoliday(day)
}

/** The n-th working day after `day`, which itself does not count (民法第140条). */
export function addWorkingDays(day: Day, workingDays: number): Day {
  let current = day
  for (let left = workingDays; left > 0;) {
    current = addDays(current, 1)
    if (isWorkingDay(current)) left -= 1
  }
  return current
}

/** A due day that falls on a day off moves to the next working day (民法第142条). */
export function nextWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1)
}

const eras = [
  { name: '令和', letter: 'R', from: '2019-05-01', yearZero: 2018 },
  { name: '平成', letter: 'H', from: '1989-01-08', yearZero: 1988 },
  { name: '昭和', letter: 'S', from: '1926-12-25', yearZero: 1925 },
] as const

function eraOf(day: Day) {
  return eras.find((era) => day >= era.from) ?? eras[2]
}

function eraYear(day: Day): string {
  const era = eraOf(day)
  const year = Number(day.slice(0, 4)) - era.yearZero
  return year === 1 ? '元' : String(year)
}

/** 令和8年11月22日 */
export function wareki(day: Day): string {
  return `${eraOf(day).name}${eraYear(day)}年${monthDay(day)}`
}

/** 令和8年11月 */
export function warekiMonth(month: Month): string {
  const { last } = daysOfMonth(month)
  return `${eraOf(last).name}${eraYear(last)}年${Number(month.slice(5))}月`
}

/** 令和8年11月22日（日） */
export function warekiWithWeekday(day: Day): string {
  return `${wareki(day)}（${'日月火水木金土'[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`
}

/** R8.11.22, for tables. */
export function warekiShort(day: Day): string {
  const era = eraOf(day)
  return `${era.letter}${Number(day.slice(0, 4)) - era.yearZero}.${Number(day.slice(5, 7))}.${Number(day.slice(8))}`
}

/** 11月22日 */
export function monthDay(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

/** 10:42 in Tokyo. */
export function timeOf(instant: Instant): string {
  return new Date(Date.parse(instant) + TOKYO_OFFSET_MS).toISOString().slice(11, 16)
}

/** 令和8年度 */
export function fiscalYearLabel(fiscalYear: number): string {
  const first = firstDayOf(fiscalYear)
  // The fiscal year that began in April 2019 is called 令和元年度 although its first month was still 平成.
  return fiscalYear === 2019 ? '令和元年度' : `${eraOf(first).name}${eraYear(first)}年度`
}

/** R8, the year's part of a receipt number. */
export function fiscalYearShort(fiscalYear: number): string {
  const era = fiscalYear >= 2019 ? eras[0] : eraOf(firstDayOf(fiscalYear))
  return `${era.letter}${fiscalYear - era.yearZero}`
}

/**
 * Reads a day as people write it: 2026-11-01, 2026/11/1, R8.11.1, 令和8年11月1日, 令和元年5月1日, full-width digits.
 * `null` when it is not a day of the calendar.
 */
export function parseDay(text: string): Day | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/日$/, '')
  const western = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})$/.exec(plain)
  if (western) return dayFrom(Number(western[1]), Number(western[2]), Number(western[3]))
  const japanese = /^(令和|平成|昭和|[RHS])(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})$/i.exec(plain)
  if (!japanese) return null
  const era = eras.find(({ name, letter }) => name === japanese[1] || letter === japanese[1]?.toUpperCase())
  if (!era) return null
  const year = japanese[2] === '元' ? 1 : Number(japanese[2])
  return dayFrom(era.yearZero + year, Number(japanese[3]), Number(japanese[4]))
}

function dayFrom(year: number, month: number, day: number): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text
}
