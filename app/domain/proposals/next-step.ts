import type { Day } from '../calendar'
import { type Decision, isAdoption } from './decision'
import type { Stage } from './lifecycle'

/** What the sentence needs to know; names of departments and helpers, never of authors. */
export interface NextStepFacts {
  /** The stage as the reader may know it; see `shownStage`. */
  readonly stage: Stage
  readonly receiveDueOn: Day | null
  readonly answerDueOn: Day | null
  /** Departments that have not answered yet. */
  readonly waitingFor: readonly string[]
  readonly helper: string | null
  readonly recheckOn: Day | null
  /** Null for whoever may not know it yet. */
  readonly decision: Decision | null
  readonly noticeDueOn: Day | null
  readonly implementingDepartment: string | null
  readonly plannedOn: Day | null
  readonly nextReportOn: Day | null
}

export interface NextStep {
  /** Who does what next; an ending says what can still be done. */
  readonly sentence: string
  readonly dueOn: Day | null
}

/** Silence is what kills such schemes: at every moment a proposal says who acts next, and by when. */
export function nextStep(facts: NextStepFacts): NextStep {
  switch (facts.stage) {
    case 'draft':
      return open('次は、提案者が内容を確かめて提出します。')
    case 'submitted':
      return open('次は、事務局が受け付けます。', facts.receiveDueOn)
    case 'returned':
      return open('次は、提案者が加筆して、もう一度提出します。')
    case 'considering':
      return open(
        `次は、${listed(facts.waitingFor, '照会を受けた課')}が検討結果を回答します。`,
        facts.answerDueOn,
      )
    case 'awaitingCommittee':
      return open('次は、事務局が事務改善委員会の議題にします。')
    case 'inCommittee':
      return open('次は、事務改善委員会が審議して結果を決めます。')
    case 'inCouncil':
      return open('次は、政策会議が審議します。')
    case 'onHold':
      return open(
        `${facts.helper ?? '伴走担当'}さんと一緒に育てます。再検討日に、事務改善委員会がもう一度審議します。`,
        facts.recheckOn,
      )
    case 'decided':
      return open('結果が決まりました。次は、事務局が結果を通知します。', facts.noticeDueOn)
    case 'notified':
      return afterNotice(facts)
    case 'implementing':
      return open(
        `次は、${listed([facts.implementingDepartment], '実施する課')}が実施状況を報告します。`,
        facts.nextReportOn ?? facts.plannedOn,
      )
    case 'implemented':
      return open('次は、実施を報告した人とは別の人が、効果を確かめます。')
    case 'completed':
      return open('効果の確認まで、すべて終わりました。')
    case 'notAccepted':
      return open('受付の段階で終わりました。提案した人は、理由をふまえて再提案できます。')
    case 'informed':
      return open('担当課に情報として伝えました。検討と審議はありません。')
    case 'merged':
      return open('ほかの提案に統合されました。この先は統合先の提案で進みます。')
    case 'closed':
      return open('この提案の手続きは終わりました。提案した人は、内容を見直して再提案できます。')
    case 'withdrawn':
      return open('取り下げられました。提案した人は、もう一度提案できます。')
  }
}

function afterNotice({ decision, implementingDepartment, plannedOn }: NextStepFacts): NextStep {
  if ((decision !== null && isAdoption(decision)) || implementingDepartment !== null) {
    return open(`次は、${listed([implementingDepartment], '実施する課')}が実施を始めます。`, plannedOn)
  }
  return open('結果をお知らせしました。次は、事務局が手続きを終えます。')
}

function open(sentence: string, dueOn: Day | null = null): NextStep {
  return { sentence, dueOn }
}

function listed(names: readonly (string | null)[], otherwise: string): string {
  const known = names.filter((name) => name !== null)
  return known.length === 0 ? otherwise : known.join('、')
}
