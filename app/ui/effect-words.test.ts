import { expect, it } from 'vitest'
import { effectWords } from './effect-words'

it.each([
  [{ minutesPerYear: 14_400, yenPerYear: null, recurring: 1 }, '240時間（毎年）'],
  [{ minutesPerYear: 1_030, yenPerYear: 1_200_000, recurring: 0 }, '17.2時間・1,200,000円（今回かぎり）'],
  [{ minutesPerYear: 5, yenPerYear: null, recurring: 1 }, '0.08時間（毎年）'],
  [{ minutesPerYear: 0, yenPerYear: 0, recurring: 1 }, ''],
  [{ minutesPerYear: null, yenPerYear: null, recurring: 1 }, ''],
] as const)('%j is %s', (effect, words) => expect(effectWords(effect)).toBe(words))
