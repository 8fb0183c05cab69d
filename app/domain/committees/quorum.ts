import { quorumOf, type QuorumRule } from '../organisation/quorum-rule'

/* 定足数と議決: 出席者の過半数、可否同数のときは委員長 (白石市, 大月市). */

export type Vote = 'for' | 'against' | 'abstained'

/** Who keeps out of an item still makes up the quorum: 除斥 must not stop a meeting (地方自治法第113条ただし書). */
export function hasQuorum(
  { present, seated }: { present: number; seated: number },
  rule: QuorumRule,
): boolean {
  return present > 0 && present >= quorumOf(seated, rule)
}

export interface Ballot {
  readonly votesFor: number
  readonly votesAgainst: number
  readonly abstentions: number
  /** What the one who presides says at a tie; heard at a tie alone. */
  readonly castingVote: 'for' | 'against' | null
}

export type Carried =
  | { readonly carried: true }
  | { readonly carried: false; readonly reason: string; readonly needsCastingVote: boolean }

/** More than half of those who may vote must be for it; at a tie the one who presides decides (地方自治法第116条). */
export function carriedBy({ votesFor, votesAgainst, abstentions, castingVote }: Ballot): Carried {
  if (votesFor === votesAgainst) {
    if (castingVote === 'for') return { carried: true }
    return castingVote === 'against'
      ? refused('委員長の裁決により、この内容は認められませんでした。別の結果を記録してください。')
      : { ...refused('可否同数です。委員長の裁決を選んでください'), needsCastingVote: true }
  }
  return votesFor * 2 > votesFor + votesAgainst + abstentions
    ? { carried: true }
    : refused('賛成が出席者の過半数に達していないため、この内容では記録できません。')
}

function refused(reason: string) {
  return { carried: false as const, reason, needsCastingVote: false }
}
