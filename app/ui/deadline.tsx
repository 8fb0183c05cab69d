import type { Day } from '#app/domain/calendar'
import { Chip } from '#app/ui/chip'
import { deadlineWords } from '#app/ui/deadline-words'

export function Deadline({ dueOn, today }: { dueOn: Day; today: Day }) {
  const { tone, text } = deadlineWords(dueOn, today)
  return (
    <time dateTime={dueOn}>
      <Chip tone={tone}>{text}</Chip>
    </time>
  )
}
