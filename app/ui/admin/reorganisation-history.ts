import { dayOf, type Instant } from '#app/domain/calendar'
import type { ReorganisationFacts } from '#app/domain/reorganisation/reorganisation'
import type { TimelineEntry } from '#app/ui/timeline'

/** What was done with a plan, the newest first. */
export function reorganisationHistory(plan: ReorganisationFacts): TimelineEntry[] {
  const { planned, changed, scheduled, cancelled } = plan
  const last = [planned.at, scheduled?.at, cancelled?.at]
  return [
    ...(cancelled ? [entry(cancelled, scheduled ? '予定を取り消しました' : '案をやめました')] : []),
    ...(scheduled ? [entry(scheduled, '予定しました')] : []),
    ...(last.includes(changed.at) ? [] : [entry(changed, '内容を変えました')]),
    entry(planned, '案を作りました'),
  ]
}

function entry({ at, by }: { at: Instant; by: string | null }, text: string): TimelineEntry {
  return { at, day: dayOf(at), text, by: by ?? '一人一改善' }
}
