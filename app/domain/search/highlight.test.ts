import fc from 'fast-check'
import { expect, it } from 'vitest'
import { highlight } from './highlight'

const marked = (text: string, ...words: string[]) =>
  highlight(text, words)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('')

it.each([
  ['窓口の案内', ['窓口'], '[窓口]の案内'],
  ['ﾀﾌﾞﾚｯﾄを配る', ['タブレット'], '[ﾀﾌﾞﾚｯﾄ]を配る'],
  ['ＲＰＡとrpa', ['Rpa'], '[ＲＰＡ]と[rpa]'],
  ['10㌔先', ['キロ'], '10[㌔]先'],
  ['電話と窓口', ['窓口', '電話'], '[電話]と[窓口]'],
  ['会議会議', ['会議会'], '[会議会]議'],
  ['窓口', [], '窓口'],
])('in %s marks %j', (text, words, expected) => expect(marked(text, ...words)).toBe(expected))

it('loses and adds nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 3 }), { maxLength: 3 }),
      (text, words) =>
        highlight(text, words)
          .map((piece) => piece.text)
          .join('') === text,
    ),
  )
})
