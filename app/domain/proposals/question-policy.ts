import { type Actor, belongsTo, isSecretariat, sitsOn } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import { mayFollow, type Stage } from './lifecycle'
import { isAuthor, type ProposalFacts } from './proposal'

/** While it is being considered or lies before a body. */
export function isUnderReview(stage: Stage): boolean {
  return (['closeConsideration', 'putOnAgenda', 'askAgain', 'returnFromCouncil'] as const).some((verb) =>
    mayFollow(verb, stage),
  )
}

export function mayAskProposer(actor: Actor, facts: ProposalFacts): Verdict {
  const reviews =
    isSecretariat(actor) ||
    sitsOn(actor, 'improvementCommittee') ||
    facts.concernedDepartmentIds.some((departmentId) => belongsTo(actor, departmentId))
  return all(
    isAuthor(actor, facts) || facts.creditedIds.includes(actor.personId)
      ? no('自分の提案に質問することはできません。')
      : yes,
    reviews ? yes : no('質問できるのは、照会を受けた課、事務改善委員会の委員、事務局の人です。'),
    isUnderReview(facts.stage) ? yes : no('質問できるのは、検討と審議の間です。'),
  )
}

export function mayAnswerQuestion(
  actor: Actor,
  facts: ProposalFacts,
  { answeredAt }: { answeredAt: string | null },
): Verdict {
  return all(
    isAuthor(actor, facts) ? yes : no('答えられるのは提案者です。'),
    answeredAt === null ? yes : no('この質問には、すでに答えています。'),
    isUnderReview(facts.stage) ? yes : no('検討と審議が終わったため、答えられません。'),
  )
}

/** Those who wrote it and those who judge it. */
export function readsQuestions(readers: { isReviewer: boolean; isAuthor: boolean }): boolean {
  return readers.isReviewer || readers.isAuthor
}
