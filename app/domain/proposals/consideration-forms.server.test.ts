import { expect, it } from 'vitest'
import { answerForm, togetherForm, UnfinishedConsiderationForm } from './consideration-forms.server'

const form = answerForm({ minimumGroundsLength: 20 })
const complete = { stance: 'do', grounds: '実施します。', plannedOn: 'R8.12.1', owner: '窓口係' }

const complaints = (typed: Record<string, string>) =>
  (form.safeParse(typed).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])

it('takes an answer as people type it', () => {
  expect(form.parse({ ...complete, costYen: '１０，０００円' })).toMatchObject({
    stance: 'do',
    plannedOn: '2026-12-01',
    costYen: 10_000,
    reasonCode: null,
    decides: 0,
  })
})

it('says everything that is missing at once', () => {
  expect(complaints({ stance: 'difficult', grounds: '予算がない' })).toEqual([
    ['reasonCode', '困難な理由の区分を選んでください'],
    ['possibleWhen', '何があれば実現できるかを入力してください'],
    ['grounds', '現時点では困難なときは、理由を20字以上で入力してください（今5字です）'],
  ])
})

it('does not complain of an unreadable day that belongs to another answer', () => {
  const typed = { ...complete, stance: 'alreadyDone', reference: '令和7年度から', plannedOn: '来年の春' }
  expect(complaints(typed)).toEqual([])
  expect(complaints({ ...complete, plannedOn: '来年の春' })).toEqual([
    ['plannedOn', '実施時期は、令和8年4月1日、R8.4.1、2026/4/1のように入力してください'],
  ])
})

it('goes back from the check page whatever is missing', () => {
  expect(complaints({ stance: 'difficult', revise: '1' })).toEqual([])
})

it('keeps a half-typed text, without the day and the sum that cannot be read yet', () => {
  expect(
    UnfinishedConsiderationForm.parse({ grounds: '書きか', plannedOn: 'R8.', costYen: '1万' }),
  ).toMatchObject({
    grounds: '書きか',
    plannedOn: null,
    costYen: null,
  })
})

it('asks for the same of one word for several, and leaves out the holes between them', () => {
  const together = togetherForm({ minimumGroundsLength: 20 })
  const second = { considerationId: '7', version: '0' }
  expect(together.parse({ ...complete, entries: [undefined, second] })).toMatchObject({
    entries: [{ considerationId: 7, version: 0 }],
    ...{ templateId: null, checked: 0 },
  })
  const lacking = together.safeParse({ stance: 'difficult', grounds: '予算がない' }).error?.issues ?? []
  expect(lacking.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['', '回答する提案を1件以上選んでください'],
    ...complaints({ stance: 'difficult', grounds: '予算がない' }),
  ])
  expect(
    together.safeParse({ ...complete, entries: [{ considerationId: '7', version: '-1' }] }).success,
  ).toBe(false)
})
