import type { EffectTag } from '../effects'

/** What the list of questions to one's departments may be asked for. */
export const inboxViews = ['open', 'answered'] as const
export type InboxView = (typeof inboxViews)[number]

/** Of the open ones: nobody has taken them up, somebody has, or the answer is overdue. */
export const inboxStates = ['waiting', 'underWay', 'late'] as const
export type InboxState = (typeof inboxStates)[number]

export const inboxOrders = ['due', 'asked'] as const
export type InboxOrder = (typeof inboxOrders)[number]

export interface InboxFilter {
  readonly view: InboxView
  readonly state?: InboxState | undefined
  /** A part of the title or the receipt number. */
  readonly text?: string | undefined
  /** 効果の種類: what the proposal expects to get better. */
  readonly effect?: EffectTag | undefined
  readonly order?: InboxOrder | undefined
}
