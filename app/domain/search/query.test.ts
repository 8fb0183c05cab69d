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
    expect(query && tsQuery(query, [])).toBe("'予算' & ('窓口' <-> '口業' <-> '業務') & '税':*")
  })

  it('looks for what stands between quotation marks as it stands there', () => {
    const query = readQuery('"市民課 窓口" “LED 照” 予算')
    expect(query && fts5Match(query, [])).toBe('"市民 民課 課 窓口" AND "led 照" * AND "予算"')
    expect(query && tsQuery(query, [])).toBe(
      "('市民' <-> '民課' <-> '課' <-> '窓口') & ('led' <-> '照':*) & '予算'",
    )
    expect(readQuery('"窓口 予算')?.words).toEqual(['窓口', '予算'])
  })

  it('looks for one of the words that mean the same', () => {
    const query = readQuery('押印廃止 窓口', [['押印', 'はんこ']])
    expect(query && fts5Match(query, [])).toBe('("押印 印廃 廃止" OR "はん んこ こ廃 廃止") AND "窓口"')
    expect(query && tsQuery(query, ['m'])).toBe(
      "(('押印' <-> '印廃' <-> '廃止') | ('はん' <-> 'んこ' <-> 'こ廃' <-> '廃止')) & '窓口' & 'm'",
    )
    expect(query?.words).toEqual(['押印廃止', 'はんこ廃止', '窓口'])
  })

  it('looks for nothing where nothing can be looked for', () => {
    expect(['', '　', '★ ()', '"*"'].map((text) => readQuery(text))).toEqual([null, null, null, null])
  })

  it('takes ten words of a hundred characters at most', () => {
    const query = readQuery(Array.from({ length: 30 }, (_, at) => `単語${at}`).join(' '))
    expect(query?.words).toHaveLength(10)
    expect(readQuery('あ'.repeat(5_000))?.groups[0]?.[0]?.[0]?.terms).toHaveLength(99)
  })

  it('lets nothing that is typed become syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const query = readQuery(text, [[text, '窓口']])
        if (!query) return true
        return (
          /^(\(*"[\p{L}\p{N} ]+"( \*)?\)*( AND | OR )?)+$/u.test(fts5Match(query, [])) &&
          /^(\(*'[\p{L}\p{N}]+'(:\*)?\)*( & | \| | <-> )?)+$/u.test(tsQuery(query, []))
        )
      }),
    )
  })
})
