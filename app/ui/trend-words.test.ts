import { expect, it } from 'vitest'
import { trendSentence } from './trend-words'

const years = [
  { fiscalYear: 2024, numerator: 42, denominator: 100, permille: 420, targetPermille: 500 },
  { fiscalYear: 2026, numerator: 61, denominator: 100, permille: 612, targetPermille: 700 },
]

it('says how the share moved and how far it is to the target', () => {
  expect(trendSentence(years, { fiscalYear: 2026, permille: 612, targetPermille: 700 }, '2026-11-22')).toBe(
    '年度ごとの割合（令和8年度は11月22日現在）。2年間で19.2ポイント増え、目標の70％まで8.8ポイント。',
  )
})

it('says so when the share fell, stayed or reached its target', () => {
  const of = (permille: number) =>
    trendSentence(years, { fiscalYear: 2026, permille, targetPermille: 400 }, null)
  expect(of(410)).toBe('年度ごとの割合。2年間で1.0ポイント減り、目標の40％に届いています。')
  expect(of(420)).toBe('年度ごとの割合。2年前と同じ割合、目標の40％に届いています。')
})

it('compares nothing where there is no earlier year, and no target where none is set', () => {
  const [first] = years
  expect(
    trendSentence(first ? [first] : [], { fiscalYear: 2024, permille: 420, targetPermille: null }, null),
  ).toBe('年度ごとの割合。')
})
