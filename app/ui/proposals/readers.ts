import type { ConsiderationField } from '#app/domain/proposals/consideration'
import { type Readership, readership } from '#app/domain/proposals/consideration-view'

const words: Readonly<Record<Readership, string>> = {
  everybody: '提案者と、結果通知のあとは全職員に公開されます。',
  reviewers: '照会を受けた課、委員、事務局だけが読みます。',
  proposer: '提案者と、照会を受けた課、委員、事務局が読みます。',
}

/** Who will read what is typed there, in words. */
export function readersOfField(field: ConsiderationField): string {
  return words[readership[field]]
}
