import type { ReactNode } from 'react'
import { type Day, type Instant, monthDay, wareki } from '#app/domain/calendar'

export interface TimelineEntry {
  at: Instant
  /** The day in Tokyo. */
  day: Day
  text: ReactNode
  by?: string | null | undefined
  detail?: ReactNode
}

/** What happened, newest first. The year is written where it changes. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ at, day, text, by, detail }, index) => {
        const sameYear = entries[index - 1]?.day.slice(0, 4) === day.slice(0, 4)
        return (
          <li key={`${at} ${index}`} className="timeline-entry">
            <time dateTime={at} className="secondary">
              {sameYear ? monthDay(day) : wareki(day)}
            </time>
            <div>
              <p>
                {text}
                {by && <span className="secondary">　{by}</span>}
              </p>
              {detail && <div className="flow">{detail}</div>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
