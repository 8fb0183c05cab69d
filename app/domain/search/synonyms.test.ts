import { describe, expect, it } from 'vitest'
import { readSynonyms, synonymsInWords, wordingsOf } from './synonyms'

const synonyms = [
  ['押印', 'はんこ', '捺印'],
  ['PC', 'パソコン'],
]

describe('the wordings of a word', () => {
  it.each([
    ['押印', ['押印', 'はんこ', '捺印']],
    ['ハンコ', ['ハンコ', '押印', '捺印']],
    ['押印廃止', ['押印廃止', 'はんこ廃止', '捺印廃止']],
    ['ｐｃ', ['ｐｃ', 'ぱそこん']],
    ['窓口', ['窓口']],
  ])('of %s', (word, wordings) => expect(wordingsOf(word, synonyms)).toEqual(wordings))

  it('are a few, whatever the list holds', () => {
    const long = [Array.from({ length: 40 }, (_, at) => `窓口${at}`)]
    expect(wordingsOf('窓口7', long)).toHaveLength(8)
  })
})

describe('the list as it is typed', () => {
  it('is read by lines, and shown again as it was meant', () => {
    const { groups, problems } = readSynonyms('押印＝はんこ = 捺印\n\nPC=パソコン＝PC')
    expect(problems).toEqual([])
    expect(groups).toEqual(synonyms)
    expect(synonymsInWords(groups)).toBe('押印＝はんこ＝捺印\nPC＝パソコン')
  })

  it.each([
    ['押印', '1行目：2つ以上'],
    ['PC＝パソコン\n押印＝はん こ', '2行目：空白や記号のない'],
    ['税＝税金', '1行目：空白や記号のない、2文字以上'],
  ])('「%s」 is refused', (text, problem) => expect(readSynonyms(text).problems[0]).toContain(problem))
})
