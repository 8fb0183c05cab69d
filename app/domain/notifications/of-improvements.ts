import type { ImprovementEvent } from '../events/of-improvements'
import { by } from './wording'
import { addresses, type Announcement, type Subject } from './announcement'

/** Thanks and copies reach those who made the improvement; copies also those who follow it. */
export function announcementsOfImprovement(
  event: ImprovementEvent,
  { title, departmentName }: Subject,
): Announcement[] {
  const { improvementId } = event
  const message = (to: 'improvers' | 'followers', text: string, path: string): Announcement => ({
    audience: { to, improvementId },
    text: `${text}：${title}`,
    path,
  })
  switch (event.kind) {
    case 'improvement.remarked':
      return [message('improvers', remarkWords[event.remark], addresses.remarks(improvementId))]
    case 'improvement.guided':
      return [message('followers', '「まねするときに」が書かれました', addresses.improvement(improvementId))]
    case 'improvement.followedUp':
      if (event.outcome === 'skipped') return []
      return [
        message('improvers', 'あなたの改善の「その後」が書かれました', addresses.improvement(improvementId)),
        message('followers', '改善の「その後」が書かれました', addresses.improvement(improvementId)),
      ]
    case 'round.opened':
    case 'round.reopened':
      return [
        {
          audience: { to: 'headsOfRound', roundId: event.roundId },
          text: `${by(event.dueOn)}「うちの課では？」に回答してください：${title}`,
          path: addresses.rounds(),
        },
      ]
    // What a section takes up is told as its 「うちの課でもやる」.
    case 'round.answered':
    case 'round.closed':
      return []
    case 'spread.recorded': {
      const words = spreadWords[event.state]
      return words === null
        ? []
        : [
            message(
              'improvers',
              `${departmentName}があなたの改善を${words}`,
              addresses.improvement(improvementId),
            ),
            message(
              'followers',
              `${departmentName}がこの改善を${words}`,
              addresses.improvement(improvementId),
            ),
          ]
    }
  }
}

const remarkWords = { thanks: 'ありがとうが届きました', comment: 'コメントが届きました' } as const

const spreadWords = {
  wanted: '取り入れたいと言っています',
  started: '取り入れ始めました',
  done: '取り入れました',
  couldNot: '試しましたが、できませんでした。理由が記録されています',
  cancelled: null,
} as const
