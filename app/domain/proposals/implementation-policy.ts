import { type Actor, belongsTo, heads, isSecretariat, onBehalfOf } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import type { ImplementationStatus } from './decision'
import { mayFollow } from './lifecycle'
import { isAuthor, type ProposalFacts } from './proposal'

/** What permission questions about an implementation look at, besides the proposal. */
export interface ImplementationFacts {
  /** The department named by the decision and, where it was reorganised since, those that came out of it. */
  readonly departmentIds: readonly number[]
  readonly status: ImplementationStatus
  readonly completedAt: string | null
  readonly completedById: number | null
  readonly endedAt: string | null
  readonly version: number
}

export function mayStart(
  actor: Actor,
  proposal: ProposalFacts,
  implementation: ImplementationFacts,
): Verdict {
  return all(
    ofDepartment(actor, implementation),
    mayFollow('startImplementation', proposal.stage)
      ? yes
      : no('この提案の実施はもう始まっているか、終わっています。'),
  )
}

export function mayReport(
  actor: Actor,
  proposal: ProposalFacts,
  implementation: ImplementationFacts,
): Verdict {
  return all(ofDepartment(actor, implementation), underWay(proposal))
}

export function mayComplete(
  actor: Actor,
  proposal: ProposalFacts,
  implementation: ImplementationFacts,
): Verdict {
  return all(ofDepartment(actor, implementation), underWay(proposal))
}

export function mayAbandon(
  actor: Actor,
  proposal: ProposalFacts,
  implementation: ImplementationFacts,
): Verdict {
  return all(
    ofDepartment(actor, implementation),
    mayFollow('abandonImplementation', proposal.stage)
      ? yes
      : no('実施を見送ることができるのは、実施の途中までです。'),
  )
}

/** What was carried out can turn out badly; undoing it with a lesson is still an improvement. */
export function mayRevert(actor: Actor, implementation: ImplementationFacts): Verdict {
  return all(
    ofDepartment(actor, implementation),
    implementation.completedAt !== null && implementation.endedAt === null
      ? yes
      : no('元に戻したと報告できるのは、実施を終えた提案です。'),
  )
}

/**
 * Another person than the one who reported the completion: the lead author, who knows what was meant, the head of the
 * implementing department, who answers for it, or the secretariat. Nor does a delegate verify what the head completed.
 */
export function mayVerify(
  actor: Actor,
  proposal: ProposalFacts,
  implementation: ImplementationFacts,
): Verdict {
  const { completedById } = implementation
  const barred = completedById === null ? [] : [completedById]
  const headsIt = implementation.departmentIds.some((departmentId) => heads(actor, departmentId, barred))
  return all(
    isLeadAuthor(actor, proposal) || headsIt || isSecretariat(actor)
      ? yes
      : no('効果を確認できるのは、代表の提案者、実施担当課の所属長と事務局の人です。'),
    mayFollow('verifyEffect', proposal.stage) && implementation.endedAt === null
      ? yes
      : no('効果を確認できるのは、実施の完了が報告された提案です。'),
    implementation.completedById === actor.personId
      ? no('実施の完了を報告した人とは別の人が確認します。')
      : yes,
  )
}

/** For which head a delegate verifies; null for whoever may do so in their own right. */
export function verifiesFor(
  actor: Actor,
  proposal: ProposalFacts,
  { departmentIds }: ImplementationFacts,
): number | null {
  if (isLeadAuthor(actor, proposal) || isSecretariat(actor)) return null
  return onBehalfOf(actor, departmentIds, 'head')
}

function isLeadAuthor(actor: Actor, proposal: ProposalFacts): boolean {
  return isAuthor(actor, proposal) && proposal.authorIds[0] === actor.personId
}

function ofDepartment(actor: Actor, { departmentIds }: ImplementationFacts): Verdict {
  return departmentIds.some((departmentId) => belongsTo(actor, departmentId))
    ? yes
    : no('実施の報告ができるのは、実施担当課の人です。')
}

function underWay(proposal: ProposalFacts): Verdict {
  return mayFollow('completeImplementation', proposal.stage)
    ? yes
    : no('この提案は今、実施の途中ではありません。')
}
