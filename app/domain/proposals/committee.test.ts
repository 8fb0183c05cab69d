import { describe, expect, it } from 'vitest'
import { type DecisionText, missingInDecision, withoutOtherDecisions } from './committee'
import { type Decision, decisions } from './decision'

const today = '2026-07-10'

const everything: DecisionText = {
  decision: 'adopted',
  heldOn: '2026-07-09',
  reason: '来庁者の負担が減ります。',
  part: '番号札だけ',
  reasonCode: 'budget',
  possibleWhen: '予算が付けば',
  reference: '令和7年度から実施',
  directive: 'implement',
  implementingDepartmentId: 2,
  owner: '窓口係',
  plannedOn: '2026-10-01',
  targetProjectId: 3,
  recheckOn: '2026-12-01',
  helperId: 4,
}

const nothing: DecisionText = {
  ...everything,
  reason: '',
  part: '',
  reasonCode: null,
  possibleWhen: '',
  reference: '',
  implementingDepartmentId: null,
  owner: '',
  plannedOn: null,
  targetProjectId: null,
  recheckOn: null,
  helperId: null,
}

const missing = (text: DecisionText) => missingInDecision(text, today).map(({ field }) => field)

describe('a decision needs its reason', () => {
  it.each<[Decision, string[]]>([
    ['adopted', ['implementingDepartmentId', 'owner', 'plannedOn', 'targetProjectId']],
    ['partlyAdopted', ['part', 'implementingDepartmentId', 'owner', 'plannedOn', 'targetProjectId']],
    ['adoptedInSpirit', []],
    ['continued', ['recheckOn', 'helperId']],
    ['notAdopted', ['reasonCode', 'possibleWhen']],
    ['alreadyDone', ['reference']],
  ])('and, when it is %s, %j', (decision, fields) => {
    expect(missing({ ...nothing, decision })).toEqual(['reason', ...fields])
  })

  it.each(decisions)('and nothing more when %s is complete', (decision) => {
    expect(missing({ ...everything, decision })).toEqual([])
  })
})

describe('the days of a decision', () => {
  it('refuse a meeting that is still to come', () => {
    expect(missing({ ...everything, heldOn: '2026-07-11', plannedOn: '2026-10-01' })).toEqual(['heldOn'])
  })

  it('refuse a planned day before the meeting', () => {
    expect(missing({ ...everything, plannedOn: '2026-07-08' })).toEqual(['plannedOn'])
    expect(missing({ ...everything, plannedOn: '2026-07-09' })).toEqual([])
  })

  it('refuse a recheck day that is not to come', () => {
    expect(missing({ ...everything, decision: 'continued', recheckOn: today })).toEqual(['recheckOn'])
  })
})

it('keeps nothing of what was typed for another decision', () => {
  expect(withoutOtherDecisions({ ...everything, decision: 'notAdopted' })).toEqual({
    ...nothing,
    decision: 'notAdopted',
    reason: everything.reason,
    reasonCode: 'budget',
    possibleWhen: '予算が付けば',
  })
})
