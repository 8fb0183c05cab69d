import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  cell,
  cellOrNull,
  dayCell,
  dayCellOrNull,
  decodeCsv,
  flagCell,
  listCell,
  readCsv,
} from './csv.server'

const schema = z.object({ code: cell, note: cellOrNull, from: dayCell, to: dayCellOrNull, on: flagCell })
const header = 'code,note,from,to,on\r\n'
const read = (text: string) => readCsv('list.csv', text, schema)

describe('a line of a list', () => {
  it('keeps leading zeros, commas and line breaks in quotes, and characters outside the BMP', () => {
    expect(read(`${header}"001","𠮷田, 花子\n二行目",2026-04-01,,1\r\n`)).toEqual([
      { code: '001', note: '𠮷田, 花子\n二行目', from: '2026-04-01', to: null, on: 1 },
    ])
  })

  it('may write its days as Excel does, or by the era', () => {
    expect(read(`${header}1,,2026/4/1,R9.3.31,0\n`)).toMatchObject([
      { from: '2026-04-01', to: '2027-03-31', on: 0 },
    ])
  })

  it('may come with a byte order mark, other columns and empty lines', () => {
    expect(read(`\uFEFFx,on,to,from,note,code\n,1,,2026-04-01,,7\n\n`)).toMatchObject([{ code: '7' }])
  })

  it('holds several values where the column says so', () => {
    const themes = z.object({ themes: listCell })
    expect(readCsv('list.csv', 'themes\nあ;い\n""\n', themes)).toEqual([
      { themes: ['あ', 'い'] },
      { themes: [] },
    ])
  })
})

describe('a list that cannot be meant is refused with the lines to put right', () => {
  it.each([
    ['an empty key', `${header},,2026-04-01,,1\n`, '2行目のcode：空欄です'],
    ['no day', `${header}1,,明日,,1\n`, '2行目のfrom：日付を2026-04-01のように入れてください'],
    ['a day that is not', `${header}1,,2026-04-01,2026-02-29,1\n`, '2行目のto：日付を'],
    ['another flag', `${header}1,,2026-04-01,,true\n`, '2行目のon：0か1を入れてください'],
    ['a missing column', 'code,note,from,to\n1,,2026-04-01,\n', '2行目のon'],
    ['a line too short', `${header}1,2026-04-01\n`, '2行目の列の数と引用符を確かめてください'],
    ['the third line', `${header}1,,2026-04-01,,1\n,,2026-04-01,,1\n`, '3行目のcode'],
  ])('%s', (_what, text, sentence) => {
    expect(() => read(text)).toThrow(sentence)
  })

  it('names ten lines and counts the rest', () => {
    const wrong = Array.from({ length: 14 }, () => ',,2026-04-01,,1').join('\n')
    expect(() => read(header + wrong)).toThrow(/11行目のcode：空欄です、ほか4行$/)
  })
})

describe('the encoding', () => {
  it('is UTF-8, or what Excel of a Japanese Windows writes', () => {
    expect(decodeCsv('list.csv', new TextEncoder().encode('髙﨑'))).toBe('髙﨑')
    expect(decodeCsv('list.csv', Uint8Array.of(0x96, 0xf6, 0xfb, 0xfc))).toBe('柳髙')
  })

  it('is refused when it is neither', () => {
    expect(() => decodeCsv('list.csv', Uint8Array.of(0xff, 0xfe, 0xfd))).toThrow('文字コード')
  })
})
