import type { ItemOutcome } from '#app/domain/committees/sitting'
import type { EffectTag, IctKind } from '#app/domain/effects'
import type { Suggestion } from '#app/domain/evaluation/ranking'
import type { PracticeStage } from '#app/domain/practices/practice'
import type { Decision, Directive, ImplementationStatus, Stance } from '#app/domain/proposals/decision'
import type { Stage } from '#app/domain/proposals/lifecycle'
import type { NameDisclosure, Willingness } from '#app/domain/proposals/proposal'
import type { ChipTone } from '#app/ui/chip'

/* What the codes of the domain are called on the screen, on paper and in mail. One word for one thing. */

export const stageLabels: Readonly<Record<Stage, string>> = {
  draft: '下書き',
  submitted: '受付待ち',
  returned: '差し戻し（加筆のお願い）',
  notAccepted: '不受理',
  informed: '担当課へ情報提供',
  merged: 'ほかの提案に統合',
  considering: '課で検討中',
  awaitingCommittee: '委員会審議待ち',
  inCommittee: '委員会審議中',
  inCouncil: '政策会議で審議中',
  onHold: '育てる（継続検討）',
  decided: '結果通知待ち',
  notified: '結果通知済み',
  implementing: '実施中',
  implemented: '実施済み',
  completed: '効果確認済み',
  closed: '終了',
  withdrawn: '取り下げ',
}

/** What is over is plain text, so that what needs somebody stands out. */
export const stageTones: Readonly<Record<Stage, ChipTone>> = {
  draft: 'outline',
  submitted: 'wait',
  returned: 'attention',
  notAccepted: 'outline',
  informed: 'outline',
  merged: 'outline',
  considering: 'progress',
  awaitingCommittee: 'wait',
  inCommittee: 'progress',
  inCouncil: 'progress',
  onHold: 'progress',
  decided: 'wait',
  notified: 'progress',
  implementing: 'progress',
  implemented: 'plain',
  completed: 'plain',
  closed: 'outline',
  withdrawn: 'outline',
}

export const practiceStageLabels: Readonly<Record<PracticeStage, string>> = {
  draft: '下書き',
  reported: '課長の確認待ち',
  returned: '差し戻し（加筆のお願い）',
  confirmed: '登録済み',
}

export const practiceStageTones: Readonly<Record<PracticeStage, ChipTone>> = {
  draft: 'outline',
  reported: 'wait',
  returned: 'attention',
  confirmed: 'plain',
}

export const decisionLabels: Readonly<Record<Decision, string>> = {
  adopted: '採用',
  partlyAdopted: '一部採用',
  adoptedInSpirit: '趣旨採用',
  continued: '育てる（継続検討）',
  notAdopted: '今回は見送り（不採用）',
  alreadyDone: '既に実施・計画済み',
}

export const decisionTones: Readonly<Record<Decision, ChipTone>> = {
  adopted: 'good',
  partlyAdopted: 'good',
  adoptedInSpirit: 'good',
  continued: 'progress',
  notAdopted: 'outline',
  alreadyDone: 'outline',
}

/**
 * The state of a proposal in one chip: once the notice is out and nothing has been carried out yet, the decision says
 * more than the stage. `decision` is null for whoever does not know it.
 */
export function proposalState(stage: Stage, decision: Decision | null): { label: string; tone: ChipTone } {
  const byDecision: readonly Stage[] = ['notified', 'closed']
  return decision !== null && byDecision.includes(stage)
    ? { label: decisionLabels[decision], tone: decisionTones[decision] }
    : { label: stageLabels[stage], tone: stageTones[stage] }
}

export const directiveLabels: Readonly<Record<Directive, string>> = {
  implement: '実施要請',
  study: '検討要請',
  information: '内容報告',
}

/** What became of an item of an agenda; the decision itself stands elsewhere. */
export const outcomeLabels: Readonly<Record<ItemOutcome, string>> = {
  decided: '判定済み',
  held: '育てる（継続検討）',
  askedAgain: '主管課に照会',
  referred: '政策会議に付議',
  returned: '委員会に戻す',
  postponed: '次回へ回す',
}

export const suggestionLabels: Readonly<Record<NonNullable<Suggestion>, string>> = {
  adopt: '「採用」の目安',
  study: '「育てる」の目安',
  decline: '「見送り」の目安',
}

export const stanceLabels: Readonly<Record<Stance, string>> = {
  do: '実施する',
  partly: '一部実施する',
  conditional: '条件が整えば実施する',
  trial: '小さく試す',
  study: '育てる（継続検討）',
  alternative: '代替案で実施する',
  difficult: '現時点では困難',
  alreadyDone: '既に実施・計画済み',
}

export const statusLabels: Readonly<Record<ImplementationStatus, string>> = {
  notStarted: '未着手',
  preparing: '準備中（予算要求・規程改正）',
  inProgress: '実施中・試行中',
  suspended: '中断',
  implemented: '実施済み',
  verified: '効果確認済み',
  abandoned: '実施見送り',
  reverted: '元に戻した',
}

export const effectTagLabels: Readonly<Record<EffectTag, string>> = {
  time: '時間が減る',
  cost: '費用が減る',
  mistakes: 'ミスが減る',
  service: '住民サービス',
  workplace: '働きやすさ',
  revenue: '歳入',
  safety: '安全',
  environment: '環境',
}

export const ictKindLabels: Readonly<Record<IctKind, string>> = {
  ai: 'AI',
  rpa: 'RPA',
  noCode: 'ノーコード',
  onlineApplication: 'オンライン申請',
  other: 'その他のICT',
}

export const disclosureLabels: Readonly<Record<NameDisclosure, string>> = {
  disclosed: '初めから公開する',
  hiddenDuringReview: '審査の間は伏せ、結果通知のあと公開する',
  secretariatOnly: '公開しない（事務局だけが確認できる）',
}

export const willingnessLabels: Readonly<Record<Willingness, string>> = {
  together: '一緒にやりたい',
  adviceOnly: '助言だけする',
  leaveToOthers: '担当課にお任せする',
}

/** What stands where a name may not be known. */
export const hiddenAuthor = '（氏名は伏せています）'
