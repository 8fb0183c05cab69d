import { type EffectTag, effectTagsOf } from '../effects'

/** Where something was done and what for, as far as it is known. */
export interface Work {
  readonly departmentId: number | null
  readonly bureauId: number | null
  /** As they are stored. */
  readonly effectTags: string
}

export interface Place {
  readonly id: number
  readonly bureauId: number
}

/**
 * A tenth for the same bureau, half of it for the department, and a tenth by the share of the effects hoped for that are
 * the same: the place alone brings nothing up that has no words in common.
 */
export function nearnessTo(ours: readonly Place[], effectTags: readonly EffectTag[]) {
  const departments = new Set<number | null>(ours.map(({ id }) => id))
  const bureaus = new Set<number | null>(ours.map(({ bureauId }) => bureauId))
  const sharedBy = new Map<string, number>()
  const shared = (stored: string) => {
    const known = sharedBy.get(stored)
    if (known !== undefined) return known
    const theirs = effectTagsOf(stored)
    const same = theirs.filter((tag) => effectTags.includes(tag)).length
    const share = same === 0 ? 0 : same / (theirs.length + effectTags.length - same)
    sharedBy.set(stored, share)
    return share
  }
  return (work: Work) =>
    (departments.has(work.departmentId) ? 0.05 : 0) +
    (bureaus.has(work.bureauId) ? 0.1 : 0) +
    shared(work.effectTags) / 10
}
