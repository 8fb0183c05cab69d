/** What a reason is chosen for: by a department that answers, at the intake, by the committee. */
export const reasonUses = ['difficult', 'notAccepted', 'notAdopted'] as const
export type ReasonUse = (typeof reasonUses)[number]

export const reasonUseLabels: Readonly<Record<ReasonUse, string>> = {
  difficult: '「現時点では困難」の理由（検討記録）',
  notAccepted: '不受理の理由（受付）',
  notAdopted: '見送りの理由（委員会の判定）',
}

export type ReasonChange = 'added' | 'renamed' | 'moved' | 'retired' | 'resumed'
