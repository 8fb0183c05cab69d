import { isOfLeadBureau, isOwn, recusalReasons } from '../evaluation/recusal'
import { type Actor, isSecretariat, recordsFor, sitsOn } from '../organisation/actor'
import { type Body, bodyNames } from '../organisation/seat'
import { all, no, type Verdict, yes } from '../verdict'
import { type Decision, isAdoption } from './decision'
import { mayFollow } from './lifecycle'
import type { ProposalFacts } from './proposal'

/*
 * What a committee decides is written down by its chair, vice-chair or clerk, or by the secretariat, and always as the
 * result of a meeting: 定足数 and 議決 (白石市, 大月市) belong to a sitting. What goes without one is a department's own
 * decision, where the campaign allows it, and a further question to the departments, which decides nothing.
 */

/** Who sees what awaits the committee. */
export function maySeeTriage(actor: Actor): Verdict {
  return isSecretariat(actor) || sitsOn(actor, 'improvementCommittee') || sitsOn(actor, 'policyCouncil')
    ? yes
    : no('この一覧を見られるのは、事務改善委員会と政策会議の委員、事務局です。')
}

export function mayDecide(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    onTheTable(facts),
    records(actor, 'improvementCommittee'),
    notRecused(actor, facts),
    onAnAgenda(facts),
  )
}

export function mayHold(actor: Actor, facts: ProposalFacts): Verdict {
  return mayDecide(actor, facts)
}

export function mayAskAgain(actor: Actor, facts: ProposalFacts): Verdict {
  return all(onTheTable(facts), records(actor, 'improvementCommittee'), notAuthor(actor, facts))
}

export function mayReferToCouncil(actor: Actor, facts: ProposalFacts): Verdict {
  return all(mayAskAgain(actor, facts), onAnAgenda(facts))
}

/** Whoever writes down what the body decides also chooses what comes before it. */
export function mayPutOnAgenda(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    isInCouncil(facts) ? yes : onTheTable(facts),
    records(actor, decidingBody(facts)),
    facts.openItemId === null ? yes : no('すでに会議の議題に入っています。'),
  )
}

export function mayRecordOutcome(actor: Actor, facts: ProposalFacts): Verdict {
  return all(
    isInCouncil(facts) ? yes : no('この提案は政策会議に付議されていません。'),
    records(actor, 'policyCouncil'),
    notRecused(actor, facts),
    onAnAgenda(facts),
  )
}

export function mayNotify(actor: Actor): Verdict {
  return isSecretariat(actor) ? yes : no('結果を通知できるのは事務局の人です。')
}

/** An adoption does not end here: it is carried out, or given up with a reason. */
export function mayClose(actor: Actor, facts: ProposalFacts, decision: Decision | null): Verdict {
  return all(
    isSecretariat(actor) ? yes : no('手続きを終えることができるのは事務局の人です。'),
    mayFollow('close', facts.stage) ? yes : no('手続きを終えることができるのは、結果を通知した提案です。'),
    decision !== null && isAdoption(decision)
      ? no('採用された提案は、実施の報告か、実施を見送る報告で終わります。')
      : yes,
  )
}

/**
 * Recusal 「除斥」: an author, and a member of the deciding body whose bureau is the lead department's. The secretariat
 * writes down what others decided, so that only authorship recuses it. Null for whoever may take part.
 */
export function recusal(actor: Actor, facts: ProposalFacts): string | null {
  if (isOwn(actor, facts)) return recusalReasons.author
  return isOfLeadBureau(actor, facts) && sitsOn(actor, decidingBody(facts)) ? recusalReasons.leadBureau : null
}

export function decidingBody(facts: Pick<ProposalFacts, 'stage'>): 'improvementCommittee' | 'policyCouncil' {
  return isInCouncil(facts) ? 'policyCouncil' : 'improvementCommittee'
}

/** It lies before the committee, and is on no agenda yet. */
export function waitsForAgenda({ stage }: Pick<ProposalFacts, 'stage'>): boolean {
  return mayFollow('putOnAgenda', stage)
}

/** Whether a proposal lies before a body, to be put on its agenda or dealt with there. */
export function isBeforeBody(facts: Pick<ProposalFacts, 'stage'>): boolean {
  return isInCouncil(facts) || mayFollow('askAgain', facts.stage) || waitsForAgenda(facts)
}

function onAnAgenda({ openItemId }: ProposalFacts): Verdict {
  return openItemId === null
    ? no('この提案は、どの会議の議題にも入っていません。会議の議題に入れると、その会議の結果を記録できます。')
    : yes
}

function isInCouncil({ stage }: Pick<ProposalFacts, 'stage'>): boolean {
  return mayFollow('returnFromCouncil', stage)
}

function onTheTable(facts: ProposalFacts): Verdict {
  if (isInCouncil(facts)) return no('政策会議で審議中です。政策会議の結果を記録してください。')
  return isBeforeBody(facts) ? yes : no('この提案は今、委員会の審議の段階にありません。')
}

function records(actor: Actor, body: Body): Verdict {
  return recordsFor(actor, body)
    ? yes
    : no(`${bodyNames[body]}の結果を記録できるのは、委員長、副委員長、書記と事務局の人です。`)
}

function notRecused(actor: Actor, facts: ProposalFacts): Verdict {
  const reason = recusal(actor, facts)
  return reason === null ? yes : no(reason)
}

function notAuthor(actor: Actor, facts: ProposalFacts): Verdict {
  return isOwn(actor, facts) ? no(recusalReasons.author) : yes
}
