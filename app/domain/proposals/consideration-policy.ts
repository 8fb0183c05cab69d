import { type Actor, belongsTo, heads } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import type { Stance } from './decision'
import { mayFollow, type Stage } from './lifecycle'

/** What permission questions about one consideration look at. */
export interface AskedFacts {
  readonly id: number
  readonly proposalId: number
  readonly stage: Stage
  /** The department asked and, where it was reorganised since, those that came out of it. */
  readonly departmentIds: readonly number[]
  readonly isLead: boolean
  readonly takenUpAt: string | null
  readonly answeredAt: string | null
  /** Other departments of the same proposal that have not answered. */
  readonly openElsewhere: number
  /** 上越市 型: the campaign lets a department that answers “do” decide by itself. */
  readonly departmentMayDecide: boolean
}

export function isOfDepartment(actor: Actor, { departmentIds }: Pick<AskedFacts, 'departmentIds'>): boolean {
  return departmentIds.some((departmentId) => belongsTo(actor, departmentId))
}

/** Of the departments that the question came down to, the one that this person heads. */
export function headedOf(
  actor: Actor,
  { departmentIds }: Pick<AskedFacts, 'departmentIds'>,
): number | undefined {
  return departmentIds.find((departmentId) => heads(actor, departmentId))
}

export function mayWriteDraft(actor: Actor, asked: AskedFacts): Verdict {
  return all(
    isOfDepartment(actor, asked) ? yes : no('検討記録を書けるのは、照会を受けた課の人です。'),
    stillOpen(asked),
  )
}

/** Drafts are the department's own; its answer stands on the proposal's page for everybody who may read it. */
export function mayReadVersions(actor: Actor, asked: AskedFacts): Verdict {
  return isOfDepartment(actor, asked) ? yes : no('書いた記録を読めるのは、照会を受けた課の人です。')
}

export function mayTakeUp(actor: Actor, asked: AskedFacts): Verdict {
  return all(
    headed(actor, asked, '受け付けることができるのは、照会を受けた課の所属長と代理の人です。'),
    stillOpen(asked),
    asked.takenUpAt === null ? yes : no('この課はすでに受け付けています。'),
  )
}

export function mayAnswer(actor: Actor, asked: AskedFacts): Verdict {
  return all(headed(actor, asked, '回答できるのは、照会を受けた課の所属長と代理の人です。'), stillOpen(asked))
}

/** 「まとめて回答」, of whatever departments; each record is then asked about by itself. */
export function mayAnswerTogether(isHeaded: boolean): Verdict {
  return isHeaded ? yes : no('まとめて回答できるのは、照会を受けた課の所属長と代理の人です。')
}

/** The last to answer decides, so that no department is decided over. */
export function mayDecideByDepartment(actor: Actor, asked: AskedFacts, stance: Stance | null): Verdict {
  return all(
    mayAnswer(actor, asked),
    asked.departmentMayDecide ? yes : no('この募集では、結果は事務改善委員会が決めます。'),
    asked.isLead ? yes : no('課で決めることができるのは主管課です。'),
    asked.openElsewhere === 0 ? yes : no('ほかの課の回答が残っているため、まだ課で決めることはできません。'),
    stance === 'do' ? yes : no('課で決めることができるのは、検討結果が「実施する」のときです。'),
  )
}

function headed(actor: Actor, asked: AskedFacts, reason: string): Verdict {
  return headedOf(actor, asked) === undefined ? no(reason) : yes
}

/** Neither answered nor over. */
export function stillOpen(
  { answeredAt, stage }: Pick<AskedFacts, 'answeredAt' | 'stage'>,
  answered = 'この課はすでに回答しています。',
): Verdict {
  if (answeredAt !== null) return no(answered)
  return mayFollow('closeConsideration', stage)
    ? yes
    : no('この提案の検討は終わっています。今の状況は提案のページで確かめられます。')
}
