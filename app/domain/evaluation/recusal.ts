import type { Actor } from '../organisation/actor'

/** What recusal depends on; of a proposal, without its text. */
export interface Interests {
  readonly authorIds: readonly number[]
  /** Authors of what was merged into it. */
  readonly creditedIds: readonly number[]
  /** The bureaus that answer for the lead department, whatever became of it since. */
  readonly leadBureauIds: readonly number[]
}

export type RecusalGround = 'author' | 'leadBureau' | 'declared'

/** Told to nobody but the member: to the others the ground would tell who proposed. */
export const recusalReasons: Readonly<Record<RecusalGround, string>> = {
  author: '除斥：自分の提案の審議には加われません。',
  leadBureau: '除斥：主管課と同じ部に所属しているため、この提案の審議には加われません。',
  declared: '除斥：申し出により、この提案の審議には加わりません。',
}

/** Nobody judges what is one's own, whoever else may be recused. */
export function isOwn(
  actor: Pick<Actor, 'personId'>,
  { authorIds, creditedIds }: Omit<Interests, 'leadBureauIds'>,
): boolean {
  return authorIds.includes(actor.personId) || creditedIds.includes(actor.personId)
}

/** Of the bureau whose work the proposal is about. */
export function isOfLeadBureau(actor: Pick<Actor, 'appointments'>, { leadBureauIds }: Interests): boolean {
  return actor.appointments.some(({ bureauId }) => leadBureauIds.includes(bureauId))
}
