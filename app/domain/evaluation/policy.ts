import { type Actor } from '../organisation/actor'
import type { Body } from '../organisation/seat'
import { all, no, type Verdict, yes } from '../verdict'
import { type RecusalGround, recusalReasons } from './recusal'

/** What scoring one item of an agenda depends on. */
export interface Scorable {
  readonly body: Body
  readonly papersSentAt: string | null
  readonly scoresOpenedAt: string | null
  readonly closedAt: string | null
  readonly resolvedAt: string | null
  /** Why this member keeps out of it. */
  readonly ownGrounds: readonly RecusalGround[]
}

/** 委員長, 副委員長 and 委員 judge; the clerk writes down. */
export function judgesIn(actor: Actor, body: Body): boolean {
  return actor.seats.some((seat) => seat.body === body && seat.role !== 'clerk')
}

/** One's own score, until the scores are opened. */
export function mayScore(
  actor: Actor,
  sitting: Pick<Scorable, 'body' | 'papersSentAt'>,
  item: Pick<Scorable, 'scoresOpenedAt' | 'ownGrounds'>,
): Verdict {
  const [ground] = item.ownGrounds
  return all(
    sitting.body === 'improvementCommittee' ? yes : no('政策会議では採点をしません。'),
    judgesIn(actor, sitting.body) ? yes : no('採点できるのは、事務改善委員会の委員です。'),
    sitting.papersSentAt === null ? no('資料を送ると、採点できるようになります。') : yes,
    item.scoresOpenedAt === null ? yes : no('採点を開示したため、もう採点できません。'),
    ground === undefined ? yes : no(recusalReasons[ground]),
  )
}

/** Anybody may keep out who sees a reason to, until it is resolved. */
export function mayDeclareRecusal(actor: Actor, item: Scorable): Verdict {
  const [ground] = item.ownGrounds
  return all(
    judgesIn(actor, item.body) ? yes : no('除斥を申し出ることができるのは、その会議の委員です。'),
    item.resolvedAt === null && item.closedAt === null ? yes : no('この議題の審議は終わっています。'),
    ground === undefined ? yes : no(recusalReasons[ground]),
  )
}
