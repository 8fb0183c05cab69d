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

/** A draft may have no name yet. */
export function draftWarning(title: string, expiresOn: Day): string {
  return `長く保存されていない下書きを${monthDay(expiresOn)}に廃棄します。使うときは、残してください：${title || '名前のない下書き'}`
}
