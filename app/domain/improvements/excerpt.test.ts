import { expect, it } from 'vitest'
import { excerptOf, namesInLine } from './excerpt'

it.each([
  ['番号札を\n置いた。', '番号札を 置いた。'],
  ['𠮷'.repeat(60), '𠮷'.repeat(60)],
  ['𠮷'.repeat(61), `${'𠮷'.repeat(59)}…`],
])('shows the beginning in one line', (text, excerpt) => expect(excerptOf(text)).toBe(excerpt))

it('is as short as a list needs it', () => expect(excerptOf('番号札を置いた。', 5)).toBe('番号札を…'))

it('names five, and says how many more there are', () => {
  const names = ['い', 'ろ', 'は', 'に', 'ほ', 'へ', 'と']
  expect(namesInLine(names.slice(0, 5))).toBe('い、ろ、は、に、ほ')
  expect(namesInLine(names)).toBe('い、ろ、は、に、ほ ほか2人')
})
