import type { MemoEvent } from '../events/of-improvements'
import { addresses, type Announcement, type Subject } from './announcement'

/** The writer learns of who comes and goes; whom a memo is shared with finds it, since it asks nothing of them. */
export function announcementsOfMemo(event: MemoEvent, { title }: Subject): Announcement[] {
  switch (event.kind) {
    case 'memo.shared':
      return []
    case 'memo.joined':
    case 'memo.left':
      return [
        {
          audience: { to: 'person', personId: event.writerId },
          text: `${words[event.kind]}：${title}`,
          path: addresses.memo(event.memoId),
        },
      ]
  }
}

const words = {
  'memo.joined': 'いっしょに考える人が加わりました',
  'memo.left': 'いっしょに考えていた人が1人外れました',
} as const
