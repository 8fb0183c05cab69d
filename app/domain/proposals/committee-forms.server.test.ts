import { expect, it } from 'vitest'
import { itemDecisionForm, itemOutcomeForm } from './committee-forms.server'

const nothing = { manner: 'consensus' }

it.each([
  ['a decision', itemDecisionForm, ['decision', 'reason']],
  ['what came of a referral', itemOutcomeForm, ['outcome']],
])('says what %s still needs in the order in which the page asks for it', (_, form, fields) => {
  const { error } = form('2026-06-01', '2026-06-01').safeParse(nothing)
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(fields)
})
