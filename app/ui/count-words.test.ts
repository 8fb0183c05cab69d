import { expect, test } from 'vitest'
import { countWords } from '#app/ui/count-words'

test.each([
  [{ total: 18, from: 1, to: 18 }, '18件中1〜18件'],
  [{ total: 1234, from: 21, to: 40 }, '1,234件中21〜40件'],
  [{ total: 1000, capped: true }, '1,000件以上'],
  [{ total: 1000, capped: true, from: 1, to: 20 }, '1,000件以上のうち1〜20件'],
  [{ total: 18 }, '18件'],
  [{ total: 0, from: 1, to: 0 }, '0件'],
])('%o reads %s', (counted, words) => {
  expect(countWords(counted)).toBe(words)
})
