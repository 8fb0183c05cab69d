import type { Actor } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import { type AskedFacts, headedOf, mayAnswer, stillOpen } from './consideration-policy'

/** What permission questions about one consultation 「合議」 look at. */
export interface ConsultedFacts {
  /** The department asked for its opinion and, where it was reorganised since, those that came out of it. */
  readonly departmentIds: readonly number[]
  readonly answeredAt: string | null
}

/** Whoever gives the department's word asks other departments in its name. */
export function mayConsult(actor: Actor, asked: AskedFacts): Verdict {
  return mayAnswer(actor, asked)
}

export function mayGiveOpinion(actor: Actor, consulted: ConsultedFacts, asked: AskedFacts): Verdict {
  return all(
    headedOf(actor, consulted) === undefined
      ? no('合議に回答できるのは、合議を求められた課の所属長と代理の人です。')
      : yes,
    consulted.answeredAt === null ? yes : no('この合議には、すでに回答しています。'),
    stillOpen(asked, '検討している課がすでに回答したため、合議には回答できません。'),
  )
}
