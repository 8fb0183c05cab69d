import { type Day, wareki } from '../calendar'
import { bodyNames } from '../organisation/seat'

/** Bodies that sit on proposals. */
export const sittingBodies = ['improvementCommittee', 'policyCouncil'] as const
export type SittingBody = (typeof sittingBodies)[number]

export interface SittingFacts {
  readonly id: number
  readonly body: SittingBody
  readonly fiscalYear: number
  readonly number: number
  readonly heldOn: Day
  readonly startsAt: string
  readonly place: string
  readonly papersSentAt: string | null
  readonly begunAt: string | null
  readonly closedAt: string | null
  readonly minutes: string
  readonly version: number
}

export type ItemOutcome = 'decided' | 'held' | 'askedAgain' | 'referred' | 'returned' | 'postponed'

/** 「第3回 事務改善委員会」 */
export function nameOfSitting({ body, number }: Pick<SittingFacts, 'body' | 'number'>): string {
  return `第${number}回 ${bodyNames[body]}`
}

/** 「第3回 事務改善委員会（令和8年12月5日）」 */
export function sittingInWords(sitting: Pick<SittingFacts, 'body' | 'number' | 'heldOn'>): string {
  return `${nameOfSitting(sitting)}（${wareki(sitting.heldOn)}）`
}

/** The steps that everybody sees; a body that does not score has three. */
export function stepsOf(body: SittingBody): readonly string[] {
  return body === 'improvementCommittee'
    ? ['準備', '事前採点', '会議', '決定の通知']
    : ['準備', '会議', '決定の通知']
}

/** At which of these steps a sitting stands, from 1. */
export function stepAt({ body, papersSentAt, begunAt, closedAt }: SittingFacts): number {
  const scoring = body === 'improvementCommittee' ? 1 : 0
  if (closedAt !== null) return 3 + scoring
  if (begunAt !== null) return 2 + scoring
  return papersSentAt === null || scoring === 0 ? 1 : 2
}

/** Closed, and whatever was decided has been told: the last step is over. */
export function isSittingOver({ closedAt }: SittingFacts, unnotified: number): boolean {
  return closedAt !== null && unnotified === 0
}
