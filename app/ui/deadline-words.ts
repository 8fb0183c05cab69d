import { type Day, daysBetween, monthDay, wareki } from '#app/domain/calendar'
import type { ChipTone } from '#app/ui/chip'

const COUNTED_DAYS = 14
const NEAR_DAYS = 3
const HALF_A_YEAR = 183

/** A due day in words, as date and as what is left. Late is orange, not red: red is for errors. */
export function deadlineWords(dueOn: Day, today: Day): { tone: ChipTone; text: string } {
  const left = daysBetween(today, dueOn)
  if (left < 0) return { tone: 'attention', text: `期限を${-left}日過ぎています` }
  if (left === 0) return { tone: 'attention', text: `今日まで（${monthDay(dueOn)}）` }

  const tone = left <= NEAR_DAYS ? 'attention' : 'wait'
  // Without the year, a day more than half a year away could be taken for the one before.
  const until = `${left > HALF_A_YEAR ? wareki(dueOn) : monthDay(dueOn)}まで`
  return { tone, text: left <= COUNTED_DAYS ? `あと${left}日（${until}）` : until }
}
