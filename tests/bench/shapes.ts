import type { Database } from '#db/schema'

export type Table = keyof Database

/**
 * Which columns of which table are keys, and of what: a row is copied together with all that belongs to it. In this order,
 * so that a row comes after those it refers to.
 */
export const shapes: Readonly<Partial<Record<Table, Readonly<Record<string, Table>>>>> = {
  practices: { id: 'practices' },
  practiceMembers: { practiceId: 'practices' },
  practiceProjects: { practiceId: 'practices' },
  practiceReturns: { id: 'practiceReturns', practiceId: 'practices' },
  proposals: { id: 'proposals', decisionId: 'decisions', previousId: 'proposals' },
  authorships: { proposalId: 'proposals' },
  proposalProjects: { proposalId: 'proposals' },
  proposalTargets: { proposalId: 'proposals' },
  considerations: { id: 'considerations', proposalId: 'proposals' },
  considerationAnswers: { considerationId: 'considerations' },
  decisions: { id: 'decisions', proposalId: 'proposals' },
  referrals: { id: 'referrals', proposalId: 'proposals' },
  holds: { id: 'holds', proposalId: 'proposals' },
  returns: { id: 'returns', proposalId: 'proposals' },
  refusals: { proposalId: 'proposals' },
  withdrawals: { id: 'withdrawals', proposalId: 'proposals' },
  notices: { id: 'notices', proposalId: 'proposals', decisionId: 'decisions' },
  implementations: { proposalId: 'proposals' },
  implementationReports: { id: 'implementationReports', proposalId: 'proposals' },
  improvements: { id: 'improvements', practiceId: 'practices', proposalId: 'proposals' },
  improvementTags: { improvementId: 'improvements' },
  countedImprovements: { improvementId: 'improvements' },
}

/** Keys in the payload of an event, by their name there. */
export const payloadKeys: Readonly<Record<string, Table>> = {
  practiceId: 'practices',
  proposalId: 'proposals',
  previousId: 'proposals',
  considerationId: 'considerations',
  decisionId: 'decisions',
  noticeId: 'notices',
  holdId: 'holds',
  referralId: 'referrals',
  reportId: 'implementationReports',
}

/** `returnId` means another table in either stream. */
export function returnsOf(kind: string): Table {
  return kind.startsWith('practice') ? 'practiceReturns' : 'returns'
}

/** Addresses in messages, by the word that comes before the key. */
export const addressKeys: Readonly<Record<string, Table>> = {
  practices: 'practices',
  proposals: 'proposals',
  considerations: 'considerations',
}
