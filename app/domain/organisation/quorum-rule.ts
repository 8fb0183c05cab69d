/** How many must be there: 半数以上, 過半数, 3分の2以上. */
export const shares = ['half', 'majority', 'twoThirds'] as const
export type Share = (typeof shares)[number]

export const shareLabels: Readonly<Record<Share, string>> = {
  half: '半数以上',
  majority: '過半数',
  twoThirds: '3分の2以上',
}

export interface QuorumRule {
  /** 定数: of how many the share is taken; of those who sit there where the rules of the city name no number. */
  readonly seats: number | null
  readonly share: Share
}

/** 委員の半数以上 (白石市, 大月市), where a city has said nothing else. */
export const usualQuorum: QuorumRule = { seats: null, share: 'half' }

export function quorumOf(seated: number, { seats, share }: QuorumRule): number {
  const all = seats ?? seated
  return {
    half: Math.ceil(all / 2),
    majority: Math.floor(all / 2) + 1,
    twoThirds: Math.ceil((all * 2) / 3),
  }[share]
}

/** 「委員14人のうち7人以上」, or with the number of seats 「定数15人のうち8人以上」. */
export function quorumInWords(seated: number, rule: QuorumRule): string {
  const all = rule.seats === null ? `委員${seated}人` : `定数${rule.seats}人`
  return `${all}のうち${quorumOf(seated, rule)}人以上`
}
