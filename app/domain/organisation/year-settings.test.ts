import { expect, it } from 'vitest'
import { settingAsTyped, settingInWords } from './year-settings'

it.each([
  ['targetPermille', 705, '70.5', '70.5％'],
  ['targetPermille', null, '', 'なし'],
  ['suspiciousMinutesPerYear', 120_000, '2000', '年2,000時間を超えるとき'],
  ['answerWithinDays', 14, '14', '14日以内'],
  ['denominator', 'all', 'all', 'すべての事務事業'],
  ['definition', '割合です。', '割合です。', '割合です。'],
] as const)('%s %s is typed as 「%s」 and reads 「%s」', (name, value, typed, words) => {
  expect(settingAsTyped(name, value)).toBe(typed)
  expect(settingInWords(name, value)).toBe(words)
})
