import type { SittingEvent } from '../events/of-sittings'
import { addresses, type Announcement, type Subject } from './announcement'

type OfSitting = Extract<SittingEvent, { kind: `sitting.${string}` }>

/** Members are asked to read and score; whoever keeps the minutes learns that the scores are there. */
export function announcementsOfSitting(event: OfSitting, { title, body }: Subject): Announcement[] {
  const path = addresses.sitting(event.sittingId)
  switch (event.kind) {
    case 'sitting.papersSent':
      return [
        {
          audience: { to: 'judges', body },
          text:
            body === 'improvementCommittee'
              ? `${event.items}件の資料を読んで、会議の前に採点してください：${title}`
              : `${event.items}件の資料を読んでください：${title}`,
          path,
        },
      ]
    case 'sitting.scoresOpened':
      return [{ audience: { to: 'judges', body }, text: `事前採点の結果を開示しました：${title}`, path }]
    case 'sitting.changed':
      return [{ audience: { to: 'judges', body }, text: `会議の予定が変わりました：${title}`, path }]
    case 'sitting.planned':
    case 'sitting.reordered':
    case 'sitting.attended':
    case 'sitting.minutesWritten':
    case 'sitting.closed':
      return []
  }
}
