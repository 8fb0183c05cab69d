import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termsOf } from './bigrams'
import { fold } from './fold'
import { fts5Match, readQuery, tsQuery } from './query'

describe('folding', () => {
  it.each([
    ['ﾀﾌﾞﾚｯﾄ', 'たぶれっと'],
    ['ＲＰＡ', 'rpa'],
    ['ヴァイオリン', 'ゔぁいおりん'],
    ['㌔', 'きろ'],
    ['髙󠄁橋', '髙橋'],
    ['𠮷田', '𠮷田'],
  ])('writes %s as %s', (typed, folded) => expect(fold(typed)).toBe(folded))

  it('changes nothing a second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
  })
})

describe('the terms of a text', () => {
  it.each([
    ['窓口業務', ['窓口', '口業', '業務', '務']],
    ['LED照明を12台', ['led', '照明', '明を', 'を', '12', '台']],
    ['税', ['税']],
    ['𠮷野家', ['𠮷野', '野家', '家']],
    ['!?…', []],
  ])('of %s', (text, terms) => expect(termsOf(text)).toEqual(terms))

  it('hold letters and digits only, none longer than the databases take', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) =>
        termsOf(text).every((term) => /^[\p{L}\p{N}]{1,64}$/u.test(term)),
      ),
    )
  })
})

describe('a query', () => {
  it('looks for every word, a word of one character as the beginning of a term', () => {
    const query = readQuery('予算　窓口業務 税')
    expect(query && fts5Match(query, [])).toBe('"予算" AND "窓口 口業 業務" AND "税" *')
    expect(query && tsQuery(query, [])).toBe("('予算') & ('窓口' <-> '口業' <-> '業務') & '税':*")
  })

  it('looks for nothing where nothing can be looked for', () => {
    expect(['', '　', '★ ()', '"*"'].map(readQuery)).toEqual([null, null, null, null])
  })

  it('takes ten words of a hundred characters at most', () => {
    const query = readQuery(Array.from({ length: 30 }, (_, at) => `単語${at}`).join(' '))
    expect(query?.words).toHaveLength(10)
    expect(readQuery('あ'.repeat(5_000))?.phrases[0]).toHaveLength(99)
  })

  it('lets nothing that is typed become syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const query = readQuery(text)
        if (!query) return true
        return (
          /^("[\p{L}\p{N} ]+"( \*)?( AND )?)+$/u.test(fts5Match(query, [])) &&
          /^(\(?'[\p{L}\p{N}]+'(:\*)?\)?( & | <-> )?)+$/u.test(tsQuery(query, []))
        )
      }),
    )
  })
})
