import type { Instant } from '#app/domain/calendar'

export interface Notice {
  key: number
  text: string
  /** Opening a notice marks it as read, so it is a POST. */
  action: string
  at: Instant
  /** The day in words. */
  day: string
  isRead: boolean
}

/** Messages to open. What is not read yet says so in a word. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  return (
    <ul className="rows" aria-label="お知らせ">
      {notices.map(({ key, text, action, at, day, isRead }) => (
        <li key={key} className="row">
          <form method="post" action={action}>
            <button type="submit" className="button button-text -ms-1 text-start">
              {text}
              {!isRead && <span className="sr-only">（未読）</span>}
            </button>
          </form>
          <div className="secondary">
            {!isRead && <span aria-hidden="true">未読　</span>}
            <time dateTime={at}>{day}</time>
          </div>
        </li>
      ))}
    </ul>
  )
}
