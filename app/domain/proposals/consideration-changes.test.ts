import { expect, it } from 'vitest'
import { answerText } from '#tests/support/reviews.server'
import { changesBetween } from './consideration-changes'

it('tells the fields that differ, with what they said before and say now', () => {
  const before = answerText({ costYen: null, owner: '窓口係' })
  const after = answerText({ costYen: 0, owner: '', laws: '窓口規程' })
  expect(changesBetween(before, after)).toEqual([
    { field: 'owner', before: '窓口係', after: '' },
    { field: 'costYen', before: null, after: 0 },
    { field: 'laws', before: '', after: '窓口規程' },
  ])
})

it('tells all that the first version says, and nothing of one that says the same', () => {
  const text = answerText()
  expect(changesBetween(null, text).map(({ field }) => field)).toEqual([
    'stance',
    'grounds',
    'plannedOn',
    'owner',
  ])
  expect(changesBetween(text, { ...text })).toEqual([])
})
