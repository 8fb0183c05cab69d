import { type Day, dayOf, wareki } from '#app/domain/calendar'
import type { listInbox } from '#app/domain/proposals/consideration-inbox.server'
import type { Stance } from '#app/domain/proposals/decision'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { Actions, Button } from '#app/ui/form/actions'
import { ItemList, type ListedItem } from '#app/ui/item-list'
import { stanceLabels } from '#app/ui/words'
import { paths } from '#app/web/paths'

type Entry = Awaited<ReturnType<typeof listInbox>>['entries'][number]

interface InboxEntriesProps {
  entries: readonly Entry[]
  today: Day
}

/** Questions to one's departments, each with how far it is; the head ticks those that get the same answer. */
export function InboxEntries({ entries, today }: InboxEntriesProps) {
  const mayTick = entries.filter(answers).length > 1
  const list = <ItemList label="検討する提案" items={entries.map((entry) => itemOf(entry, today, mayTick))} />
  if (!mayTick) return list
  return (
    <form method="get" action={paths.answerTogether()} className="flow">
      <div id="chosen" tabIndex={-1}>
        {list}
      </div>
      <Actions>
        <Button kind="secondary">選んだ提案にまとめて回答する</Button>
      </Actions>
    </form>
  )
}

function itemOf(entry: Entry, today: Day, mayTick: boolean): ListedItem {
  return {
    key: entry.id,
    href: paths.consideration(entry.id),
    title: entry.title,
    picture: mayTick && answers(entry) ? <Tick {...entry} /> : null,
    meta: [
      entry.receiptNumber,
      entry.departmentName + (entry.isLead === 1 ? '（主管課）' : ''),
      entry.round > 1 ? `${entry.round}回目の照会` : null,
    ]
      .filter((part) => part !== null)
      .join('　'),
    chip: entry.answeredAt ? (
      <span>
        {entry.stance && `${stanceLabels[entry.stance as Stance]}　`}
        <span className="secondary">{wareki(dayOf(entry.answeredAt))}回答</span>
      </span>
    ) : (
      <span className="flex flex-wrap gap-2">
        {entry.takenUpAt ? <Chip tone="progress">検討中</Chip> : <Chip tone="wait">受け付け待ち</Chip>}
        <Deadline dueOn={entry.dueOn} today={today} />
      </span>
    ),
  }
}

function Tick({ id, title }: Entry) {
  return (
    <label className="choice">
      <input type="checkbox" name="chosen" value={id} />
      <span className="sr-only">{title}を選ぶ</span>
    </label>
  )
}

/** Whether this reader may answer it. */
function answers({ answeredAt, isHeaded }: Entry): boolean {
  return answeredAt === null && isHeaded === 1
}
