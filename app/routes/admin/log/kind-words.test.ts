import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { kindInWords, kindWords } from './kind-words'

const folder = 'app/domain/events'

/** As the files of the events spell them. */
const kinds = readdirSync(folder)
  .filter((file) => file.startsWith('of-'))
  .flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/'([a-zA-Z]+\.[a-zA-Z]+)'/g)])
  .map(([, kind = '']) => kind)

it('every kind of event that there is has words, and none of its own spelling', () => {
  expect(kinds.length).toBeGreaterThan(80)
  expect(kinds.filter((kind) => !/[ぁ-ん]/.test(kindInWords(kind)))).toEqual([])
})

it('no two kinds read the same, and none is worded that there is not', () => {
  expect(new Set(Object.values(kindWords)).size).toBe(Object.keys(kindWords).length)
  expect(Object.keys(kindWords).toSorted()).toEqual([...new Set(kinds)].toSorted())
})
