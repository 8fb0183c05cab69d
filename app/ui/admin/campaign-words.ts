import { type Day, wareki } from '#app/domain/calendar'

interface Span {
  readonly opensOn: Day
  readonly closesOn: Day | null
}

/** 「令和9年4月1日から令和10年3月31日まで」 */
export function spanInWords({ opensOn, closesOn }: Span): string {
  return `${wareki(opensOn)}から${closesOn === null ? '（締切日なし）' : `${wareki(closesOn)}まで`}`
}

export function campaignState({ opensOn, closesOn }: Span, today: Day): string {
  if (opensOn > today) return 'これから'
  return closesOn !== null && closesOn < today ? '締切り済み' : '募集中'
}
