import { judgesIn } from '../evaluation/policy'
import { type Actor, isSecretariat, recordsFor, sitsOn } from '../organisation/actor'
import { bodyNames } from '../organisation/seat'
import { all, no, type Verdict, yes } from '../verdict'
import type { SittingBody, SittingFacts } from './sitting'

/** Members of the body, its clerk and the secretariat. */
export function seesSittingsOf(actor: Actor, body: SittingBody): boolean {
  return isSecretariat(actor) || sitsOn(actor, body)
}

export function maySeeSittings(actor: Actor): Verdict {
  return seesSittingsOf(actor, 'improvementCommittee') || seesSittingsOf(actor, 'policyCouncil')
    ? yes
    : no('会議のページを見られるのは、事務改善委員会と政策会議の委員、事務局です。')
}

/** Chair, vice-chair, clerk and the secretariat prepare a sitting and write down what comes of it. */
export function mayPrepare(actor: Actor, body: SittingBody): Verdict {
  return recordsFor(actor, body)
    ? yes
    : no(`${bodyNames[body]}の会議の準備と記録ができるのは、委員長、副委員長、書記と事務局の人です。`)
}

export function mayChangeSitting(actor: Actor, sitting: SittingFacts): Verdict {
  return all(mayPrepare(actor, sitting.body), stillOpen(sitting))
}

export function mayChangeAgenda(actor: Actor, sitting: SittingFacts): Verdict {
  return mayChangeSitting(actor, sitting)
}

export function maySendPapers(actor: Actor, sitting: SittingFacts): Verdict {
  return all(
    mayChangeSitting(actor, sitting),
    sitting.papersSentAt === null ? yes : no('資料はすでに送っています。'),
  )
}

export function mayOpenScores(actor: Actor, sitting: SittingFacts): Verdict {
  return all(
    sitting.body === 'improvementCommittee' ? yes : no('政策会議では採点をしません。'),
    mayChangeSitting(actor, sitting),
    sitting.papersSentAt === null ? no('採点を開示できるのは、資料を送ったあとです。') : yes,
  )
}

/** From the day of the sitting on, so that nobody is present beforehand. */
export function mayRecordAttendance(actor: Actor, sitting: SittingFacts): Verdict {
  return all(
    mayChangeSitting(actor, sitting),
    sitting.heldOn <= actor.today ? yes : no('出席を記録できるのは、会議の日からです。'),
  )
}

export function mayResolve(actor: Actor, sitting: SittingFacts): Verdict {
  return all(
    mayChangeSitting(actor, sitting),
    sitting.begunAt === null ? no('出席した委員を記録すると、審議の結果を記録できます。') : yes,
  )
}

export function mayWriteMinutes(actor: Actor, sitting: SittingFacts): Verdict {
  return all(
    mayPrepare(actor, sitting.body),
    sitting.begunAt === null ? no('議事録を書けるのは、会議を始めたあとです。') : yes,
  )
}

export function mayClose(actor: Actor, sitting: SittingFacts): Verdict {
  return mayResolve(actor, sitting)
}

/**
 * Means and spreads, once they are opened: to whoever has scored or does not score at all, and to everybody in the
 * meeting. Before that a mean would draw the later scores towards it.
 */
export function seesScores(
  actor: Actor,
  sitting: Pick<SittingFacts, 'body' | 'begunAt'>,
  item: { scoresOpenedAt: string | null; hasOwnSheet: boolean; isRecused: boolean },
): boolean {
  if (item.scoresOpenedAt === null) return false
  return item.hasOwnSheet || item.isRecused || !judgesIn(actor, sitting.body) || sitting.begunAt !== null
}

function stillOpen({ closedAt }: SittingFacts): Verdict {
  return closedAt === null ? yes : no('この会議は終わっています。')
}
