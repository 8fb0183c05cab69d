import { type Actor, isSecretariat } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import { isEditable, isResubmittable, mayFollow, takesMergers, type Verb } from './lifecycle'
import { isAuthor, knowsAuthors, type ProposalFacts } from './proposal'

/* What authors and the secretariat may do with a proposal; the button and the command ask the same question. */

export function isLeadAuthor(actor: Actor, { authorIds }: Pick<ProposalFacts, 'authorIds'>): boolean {
  return authorIds[0] === actor.personId
}

export function mayRevise(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    authored(actor, facts),
    isEditable(facts.stage)
      ? yes
      : no('提出したあとは内容を変えられません。直したいときは、事務局に差し戻しを頼んでください。'),
  )
}

export function maySubmit(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    mayFollow('submit', facts.stage) ? yes : no('この提案はすでに提出されています。'),
    led(actor, facts, '提出できるのは代表の提案者です。'),
  )
}

export function mayDiscard(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    facts.submitted ? no('一度提出した提案は破棄できません。取り下げることはできます。') : yes,
    led(actor, facts, '下書きを破棄できるのは代表の提案者です。'),
  )
}

/** Until the decision, so that nobody is credited or blamed against their will. */
export function mayLeave(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    authored(actor, facts),
    isLeadAuthor(actor, facts) ? no('代表の提案者は外れることができません。取り下げることはできます。') : yes,
    !facts.submitted || mayFollow('withdraw', facts.stage)
      ? yes
      : no('結果が決まるか、手続きが終わったあとは、メンバーから外れることはできません。'),
  )
}

export function mayWithdraw(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    led(actor, facts, '取り下げることができるのは代表の提案者です。'),
    mayFollow('withdraw', facts.stage)
      ? yes
      : no('提出していないか、手続きが終わった提案は取り下げられません。'),
  )
}

export function mayResubmit(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    authored(actor, facts),
    isResubmittable(facts.stage)
      ? yes
      : no('再提案できるのは、不受理、取り下げ、終了となった提案です。今の手続きが続いています。'),
  )
}

type IntakeVerb = Extract<
  Verb,
  'acceptForReview' | 'returnForRevision' | 'declineAtIntake' | 'informOnly' | 'mergeInto'
>

export function mayReceive(actor: Actor, facts: ProposalFacts, verb: IntakeVerb): Verdict {
  return all(
    secretariat(actor),
    mayFollow(verb, facts.stage) ? yes : no('この提案の受付の手続きはもう済んでいます。'),
  )
}

/** `into` as the secretariat sees it: the earlier proposal that takes this one in. */
export function mayMerge(actor: Actor, facts: ProposalFacts, into: ProposalFacts): Verdict {
  return all(
    mayReceive(actor, facts, 'mergeInto'),
    facts.id === into.id ? no('同じ提案どうしは統合できません。') : yes,
    into.submitted && takesMergers(into.stage)
      ? yes
      : no('統合先は、受付待ちか検討中、または結果の出た提案から選んでください。'),
  )
}

export function mayUndoMerger(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    secretariat(actor),
    mayFollow('undoMerger', facts.stage) ? yes : no('この提案は統合されていません。'),
  )
}

/** 氏名を秘した審査: a look at a hidden name is an act of its own and is logged. */
export function mayRevealAuthors(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    secretariat(actor),
    knowsAuthors(actor, facts) ? no('提案者の氏名は、すでに提案のページで見られます。') : yes,
  )
}

export function mayKeepLedger(actor: Actor): Verdict {
  return secretariat(actor)
}

function secretariat(actor: Actor): Verdict {
  return isSecretariat(actor) ? yes : no('この操作は事務局の人ができます。')
}

function authored(actor: Actor, facts: ProposalFacts): Verdict {
  return isAuthor(actor, facts) ? yes : no('この操作は提案者ができます。')
}

function led(actor: Actor, facts: ProposalFacts, reason: string): Verdict {
  return isLeadAuthor(actor, facts) ? yes : no(reason)
}
