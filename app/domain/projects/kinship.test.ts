import { expect, it } from 'vitest'
import { kinAmong } from './kinship'

const other = { departmentId: 1, measureCode: null }
const named = (names: readonly string[]) =>
  names.map((name, at) => ({ ...other, projectId: at + 1, name, departmentId: at + 1 }))

/** Names of a city hall, so that a pair is as rare as it is there. */
const ordinary = [
  ...['証明書交付事業', '選挙啓発事業', '農地利用最適化推進事業', '食育推進事業', '市債管理事業'],
  ...['道路パトロール事業', '公用車管理事業', '定期監査事業', '栄養改善事業', '成年後見制度利用促進事業'],
]

it('finds the same kind of work by the names, at other places and for other things', () => {
  const kinOf = kinAmong(
    named([
      ...['斎場設備更新事業', '配水場設備更新事業', 'さくら台保育園運営事業', 'ひばり保育園運営事業'],
      ...ordinary,
    ]),
  )
  expect(kinOf(1)).toEqual([1, 2])
  expect(kinOf(4)).toEqual([4, 3])
})

it('makes nothing of the words that many names have, and nothing of the last one', () => {
  const kinOf = kinAmong(named(['口座振替推進事業', '交通安全推進事業', '二十歳事業', ...ordinary]))
  expect(kinOf(1)).toEqual([1])
  expect(kinOf(3)).toEqual([3])
})

it('is content with less where both serve the same 施策', () => {
  const pair = named(['公共下水道整備事業', '下水道維持管理事業', ...ordinary])
  const serving = (code: string | null) =>
    pair.map((project, at) => (at < 2 ? { ...project, measureCode: at === 0 ? '111' : code } : project))
  expect(kinAmong(serving('112'))(1)).toEqual([1])
  expect(kinAmong(serving('111'))(1)).toEqual([1, 2])
})

it('compares names whatever width they are typed in, and knows nothing of a 事務事業 that is not there', () => {
  const kinOf = kinAmong(named(['ＩＣＴ教育事業', 'ICT教育支援事務', ...ordinary]))
  expect(kinOf(1)).toEqual([1, 2])
  expect(kinOf(99)).toEqual([99])
})
