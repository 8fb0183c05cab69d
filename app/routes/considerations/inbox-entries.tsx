import { type Day, dayOf, wareki } from '#app/domain/calendar'
import type { listInbox } from '#app/domain/proposals/consideration-inbox.server'
import type { Stance } from '#app/domain/proposals/decision'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { ItemList } from '#app/ui/item-list'
import { stanceLabels } from '#app/ui/words'
import { paths } from '#app/web/paths'

interface InboxEntriesProps {
  entries: Awaited<ReturnType<typeof listInbox>>['entries']
  today: Day
}

/** Questions to one's departments, each with how far it is. */
export function InboxEntries({ entries, today }: InboxEntriesProps) {
  return (
    <ItemList
      label="検討する提案"
      items={entries.map((entry) => ({
        key: entry.id,
        href: paths.consideration(entry.id),
        title: entry.title,
        meta: [
          entry.receiptNumber,
          entry.departmentName + (entry.isLead === 1 ? '（主管課）' : ''),
          entry.round > 1 ? `${entry.round}回目の照会` : null,
        ]
          .filter((part) => part !== null)
          .join('　'),
        chip: entry.answeredAt ? (
          <span>
            {entry.stance && stanceLabels[entry.stance as Stance]}　
            <span className="secondary">{wareki(dayOf(entry.answeredAt))}回答</span>
          </span>
        ) : (
          <span className="flex flex-wrap gap-2">
            {entry.takenUpAt ? <Chip tone="progress">検討中</Chip> : <Chip tone="wait">受け付け待ち</Chip>}
            <Deadline dueOn={entry.dueOn} today={today} />
          </span>
        ),
      }))}
    />
  )
}
