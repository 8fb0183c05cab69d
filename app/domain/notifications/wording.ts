import { addDays, type Day, monthDay } from '../calendar'
import type { Announcement, Subject } from './announcement'

/** 「11月25日までに」, or nothing where there is no due day. */
export function by(day: Day | null): string {
  return day === null ? '' : `${monthDay(day)}までに`
}

/** A decision is told within the days that the year sets. */
export function noticeDueOn({ noticeWithinDays }: Pick<Subject, 'noticeWithinDays'>, today: Day): Day {
  return addDays(today, noticeWithinDays)
}

/** Makes messages to the secretariat about one thing. */
export function withOffice(title: string, path: string): (text: string) => Announcement {
  return (text) => ({ audience: { to: 'body', body: 'secretariat' }, text: `${text}：${title}`, path })
}
