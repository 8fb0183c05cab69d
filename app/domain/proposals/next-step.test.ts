import { describe, expect, it } from 'vitest'
import { stages } from './lifecycle'
import { nextStep, type NextStepFacts } from './next-step'

const facts: NextStepFacts = {
  stage: 'draft',
  receiveDueOn: '2026-11-13',
  answerDueOn: '2026-11-25',
  waitingFor: ['市民課', '税務課'],
  helper: '髙橋　花子',
  recheckOn: '2027-02-01',
  decision: 'adopted',
  noticeDueOn: '2026-12-12',
  implementingDepartment: '市民課',
  plannedOn: '2027-04-01',
  nextReportOn: '2027-01-15',
}

describe('at every stage it says who acts next, and by when', () => {
  const rows: [NextStepFacts['stage'], string, string | null][] = [
    ['draft', '提案者が内容を確かめて提出', null],
    ['submitted', '事務局が受け付け', '2026-11-13'],
    ['returned', '提案者が加筆', null],
    ['considering', '市民課、税務課が検討結果を回答', '2026-11-25'],
    ['awaitingCommittee', '事務局が事務改善委員会の議題に', null],
    ['inCommittee', '事務改善委員会が審議', null],
    ['inCouncil', '政策会議が審議', null],
    ['onHold', '髙橋　花子さんと一緒に育てます', '2027-02-01'],
    ['decided', '事務局が結果を通知', '2026-12-12'],
    ['notified', '市民課が実施を始め', '2027-04-01'],
    ['implementing', '市民課が実施状況を報告', '2027-01-15'],
    ['implemented', '別の人が、効果を確かめ', null],
    ['completed', 'すべて終わりました', null],
    ['notAccepted', '再提案できます', null],
    ['informed', '担当課に情報として伝えました', null],
    ['merged', '統合先の提案で進みます', null],
    ['closed', '再提案できます', null],
    ['withdrawn', '取り下げられました', null],
  ]

  it.each(rows)('%s: %s', (stage, words, dueOn) => {
    const step = nextStep({ ...facts, stage })
    expect(step.sentence).toContain(words)
    expect(step.dueOn).toBe(dueOn)
  })

  it('leaves no stage out', () => {
    expect(rows.map(([stage]) => stage).sort()).toEqual([...stages].sort())
  })
})

it('promises no implementation where nothing was adopted and nobody named', () => {
  const step = nextStep({
    ...facts,
    stage: 'notified',
    decision: 'notAdopted',
    implementingDepartment: null,
  })
  expect(step).toEqual({
    sentence: '結果をお知らせしました。次は、事務局が手続きを終えます。',
    dueOn: null,
  })
})

it('falls back to the planned day while no report day is named', () => {
  expect(nextStep({ ...facts, stage: 'implementing', nextReportOn: null }).dueOn).toBe('2027-04-01')
})

it('speaks of the departments asked where their names are not at hand', () => {
  expect(nextStep({ ...facts, stage: 'considering', waitingFor: [] }).sentence).toContain('照会を受けた課')
})
