import { expect, it } from 'vitest'
import { trendSentence } from './trend-words'

const years = [
  { fiscalYear: 2024, numerator: 42, denominator: 100, permille: 420, targetPermille: 500 },
  { fiscalYear: 2026, numerator: 61, denominator: 100, permille: 612, targetPermille: 700 },
]
const year = {
  ...{ years, fiscalYear: 2026, permille: 612, targetPermille: 700, asOf: '2026-11-22' },
  sameDayLastYear: { numerator: 55, denominator: 100, permille: 554, on: '2025-11-22' },
}

it('compares a year that still runs with the same day of last year, not with whole years', () => {
  expect(trendSentence(year, true)).toBe(
    '年度ごとの割合（令和8年度は11月22日現在）。前年の同じ日より5.8ポイント高く、目標の70％まで8.8ポイント。',
  )
  expect(trendSentence({ ...year, permille: 500 }, true)).toContain('前年の同じ日より5.4ポイント低く、')
  expect(trendSentence({ ...year, permille: 554 }, true)).toContain('前年の同じ日と同じ割合、')
})

it('says of a year that is over how the share moved since the first one', () => {
  const of = (permille: number) => trendSentence({ ...year, permille, targetPermille: 400 }, false)
  expect(of(612)).toBe('年度ごとの割合。2年間で19.2ポイント増え、目標の40％に届いています。')
  expect(of(410)).toBe('年度ごとの割合。2年間で1.0ポイント減り、目標の40％に届いています。')
  expect(of(420)).toBe('年度ごとの割合。2年前と同じ割合、目標の40％に届いています。')
})

it('compares nothing where there is nothing to compare with, and no target where none is set', () => {
  const first = { ...year, fiscalYear: 2024, targetPermille: null, sameDayLastYear: null }
  expect(trendSentence(first, false)).toBe('年度ごとの割合。')
  expect(trendSentence(first, true)).toBe('年度ごとの割合（令和6年度は11月22日現在）。')
  expect(trendSentence({ ...year, permille: null }, false)).toBe('年度ごとの割合。')
})
