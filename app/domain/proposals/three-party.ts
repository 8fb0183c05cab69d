import type { Day } from '../calendar'
import { type Actor, isSecretariat } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import type { ProposalFacts } from './proposal'
import { isUnderReview } from './question-policy'

export const talkLabels = {
  heldOn: '協議した日',
  proposerPresent: '提案者の出席',
  present: '事務局と所管課の出席者',
  note: '協議の内容',
} as const

/** 三者協議 of proposer, secretariat and department in charge. The proposer is never named in it. */
export interface ThreePartyTalk {
  readonly id: number
  readonly heldOn: Day
  readonly proposerPresent: boolean
  /** Those of the secretariat and of the departments. */
  readonly present: string
  readonly note: string
}

export function mayRecordTalk(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    isSecretariat(actor) ? yes : no('三者協議を記録できるのは事務局の人です。'),
    isUnderReview(facts.stage) ? yes : no('三者協議を記録できるのは、検討と審議の間です。'),
  )
}

/** The first of these names that stands in the text, spaces left aside; undefined when none does. */
export function nameIn(text: string, names: readonly string[]): string | undefined {
  const plain = withoutSpaces(text)
  return names.find((name) => withoutSpaces(name) !== '' && plain.includes(withoutSpaces(name)))
}

function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
