import { expect, it } from 'vitest'
import { nameIn } from './three-party'

it.each([
  ['佐藤由美さんの考えを聞いた。', '佐藤　由美'],
  ['佐藤 由美が出席した。', '佐藤　由美'],
  ['職員番号００００１２の人', '000012'],
])('finds in 「%s」 the name %s', (text, name) => {
  expect(nameIn(text, ['', '小川　茜', name])).toBe(name)
})

it('finds nothing in a text that says 「提案者」, nor by the name of a colleague', () => {
  expect(nameIn('提案者と税務課の佐藤係長が出席した。', ['佐藤　由美', ''])).toBeUndefined()
})
