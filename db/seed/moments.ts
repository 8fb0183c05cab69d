import { addDays, type Day, isWorkingDay, nextWorkingDay } from '#app/domain/calendar'

/**
 * When things happened in the sample town, as `2026-06-01T09:00:00+09:00`: all of the same form, so that they sort as
 * text. The data knows days; the minute of the day comes from the number of the line, the same in every load.
 */
export type Moment = string

/** “Today” of the sample town: nothing in it is later. */
export const lastDay: Day = '2026-11-20'

export function moment(day: Day, minuteOfDay: number): Moment {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:00+09:00`
}

/** 9:00 to 16:59 of that day, or of the next one on which the city hall is open. */
export function inOfficeHours(day: Day, ref: string): Moment {
  return moment(nextWorkingDay(day), 9 * 60 + spread(ref, 480))
}

/** So many working days before that day. */
export function workingDayBefore(day: Day, workingDays: number): Day {
  let before = day
  for (let left = workingDays; left > 0;) {
    before = addDays(before, -1)
    if (isWorkingDay(before)) left -= 1
  }
  return before
}

/** In the afternoon, when committees meet. */
export function inMeeting(day: Day, ref: string): Moment {
  return moment(day, 15 * 60 + spread(ref, 120))
}

/** A number from 0 below `below`, always the same for the same line. */
export function spread(ref: string, below: number): number {
  let sum = 7
  for (const character of ref) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003
  return sum % below
}

export function dayOfMoment(at: Moment): Day {
  return at.slice(0, 10)
}

/** The earlier of two days, so that what follows a late event is still in the past. */
export function notAfter(day: Day, latest: Day): Day {
  return day < latest ? day : latest
}
