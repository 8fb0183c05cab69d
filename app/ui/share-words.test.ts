import { expect, it } from 'vitest'
import { expectedSentence, shareSentence, targetSentence, targetText } from './share-words'

const citizens = { numerator: 15, denominator: 24, targetPermille: 700, missing: 2 }

it('says of a department what is improved and what is left to do', () => {
  expect(shareSentence(citizens)).toBe('24事務事業のうち15で改善（目標70％、あと2事務事業）')
  expect(shareSentence({ ...citizens, numerator: 17, missing: 0 })).toBe(
    '24事務事業のうち17で改善（目標70％、達成）',
  )
  expect(shareSentence({ ...citizens, targetPermille: null, missing: null })).toBe('24事務事業のうち15で改善')
})

it('says how far it is to the target in points and in projects', () => {
  expect(targetSentence(citizens, 625)).toBe('70.0％（あと7.5ポイント、2事務事業）')
  expect(targetSentence({ ...citizens, missing: 0 }, 708)).toBe('70.0％（達成）')
  expect(targetSentence({ ...citizens, targetPermille: null, missing: null }, 625)).toBeNull()
})

it('does not call a target reached that only rounding reaches', () => {
  expect(targetSentence({ ...citizens, missing: 1 }, 700)).toBe('70.0％（あと1事務事業）')
})

it('says what is on its way, also when it is nothing', () => {
  expect(expectedSentence({ projects: 3, permille: 16 })).toBe('実施されれば＋3事務事業、＋1.6ポイント')
  expect(expectedSentence({ projects: 0, permille: 0 })).toBe(
    '実施を待つ提案で、新しく加わる事務事業はありません',
  )
})

it('writes a tenth of the target only where there is one', () => {
  expect(targetText(700)).toBe('70％')
  expect(targetText(725)).toBe('72.5％')
})
