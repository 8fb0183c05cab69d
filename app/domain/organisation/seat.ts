/** Bodies whose seats give powers. */
export const bodies = [
  'improvementCommittee',
  'policyCouncil',
  'promotionCommittee',
  'secretariat',
  'expertPanel',
  'administrators',
] as const

export type Body = (typeof bodies)[number]
export type SeatRole = 'chair' | 'viceChair' | 'member' | 'clerk'

export const bodyNames: Readonly<Record<Body, string>> = {
  improvementCommittee: '事務改善委員会',
  policyCouncil: '政策会議',
  promotionCommittee: '有言実行推進委員会',
  secretariat: '事務局',
  expertPanel: '学識経験者等',
  administrators: 'システム管理者',
}

/** Those that decide by vote, and so need a chair and a quorum. */
export const chairedBodies = ['improvementCommittee', 'policyCouncil', 'promotionCommittee'] as const

export function isChaired(body: Body): boolean {
  const chaired: readonly Body[] = chairedBodies
  return chaired.includes(body)
}

export const seatRoleNames: Readonly<Record<SeatRole, string>> = {
  chair: '委員長',
  viceChair: '副委員長',
  member: '委員',
  clerk: '書記',
}
