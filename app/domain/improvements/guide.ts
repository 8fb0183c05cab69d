import { type Actor, departmentIds as ownDepartmentIds } from '../organisation/actor'
import { no, type Verdict, yes } from '../verdict'

/** What whoever copies an improvement needs to know 「まねするときに」; each part may stay empty. */
export interface GuideText {
  /** How it is done, one step after the other. */
  readonly steps: string
  /** Whom to ask, with the extension. A post or a section outlives a person. */
  readonly contact: string
  readonly cautions: string
}

/** What the question of who may write it looks at. */
export interface GuideFacts {
  /** Who reported the improvement; null for one that came of a proposal. */
  readonly reporterId: number | null
  /** Whose it is by today's organisation: the department itself, or what came out of it. */
  readonly departmentIds: readonly number[]
}

/** Everybody of the department that made the improvement, and whoever reported it, wherever that person works now. */
export function mayWriteGuide(actor: Actor, { reporterId, departmentIds }: GuideFacts): Verdict {
  const own = ownDepartmentIds(actor)
  return actor.personId === reporterId || departmentIds.some((id) => own.includes(id))
    ? yes
    : no('「まねするときに」を書けるのは、改善した課の人と、報告した人です。')
}
