import type { Day } from '../calendar'
import { addDays, daysOfMonth, monthAfter, monthOf } from '../calendar'
import { type Actor, heads, onBehalfOf } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'

/** What became of an improvement 「その後」. */
export const followUpOutcomes = ['inUse', 'changed', 'ended'] as const
export type FollowUpOutcome = (typeof followUpOutcomes)[number]

/** What the question of who may answer looks at. */
export interface FollowUpFacts {
  /** Who reported the improvement, or that it was carried out. */
  readonly personId: number
  /** Whose it is by today's organisation: the department itself, or what came out of it. */
  readonly departmentIds: readonly number[]
  readonly dueOn: Day
}

/** Whoever reported it, wherever that person works now, and the head of the department it was made in. */
export function mayFollowUp(actor: Actor, { personId, departmentIds, dueOn }: FollowUpFacts): Verdict {
  return all(
    actor.personId === personId || departmentIds.some((id) => heads(actor, id))
      ? yes
      : no('「その後」を書けるのは、報告した人と、その課の所属長です。'),
    dueOn <= actor.today ? yes : no('「その後」は、時期が来てから書きます。'),
  )
}

/** The head for whom a delegate writes; null for whoever writes what is one's own. */
export function followsUpFor(actor: Actor, { personId, departmentIds }: FollowUpFacts): number | null {
  return actor.personId === personId ? null : onBehalfOf(actor, departmentIds, 'head')
}

/** The same day so many months later, or the last of that month where it has no such day. */
export function monthsLater(day: Day, months: number): Day {
  const month = monthAfter(monthOf(day), months)
  const { first, last } = daysOfMonth(month)
  const wanted = addDays(first, Number(day.slice(8)) - 1)
  return wanted > last ? last : wanted
}
