import { expect, it } from 'vitest'
import { mostAlike, noteworthy, similarity } from './similarity'

it.each([
  ['窓口の待ち時間を短縮するため番号札を導入', '番号札導入による窓口の待ち時間の短縮', true],
  ['タブレットで現場写真を共有する', 'ﾀﾌﾞﾚｯﾄで現場の写真を共有', true],
  ['RPAで請求書を入力する', 'ＲＰＡによる請求書の入力', true],
  ['窓口の待ち時間を短縮する', '公用車の予約を一覧にする', false],
  ['', '公用車の予約を一覧にする', false],
])('「%s」 and 「%s」: alike is %s', (one, other, alike) => {
  expect(similarity(one, other) >= noteworthy).toBe(alike)
})

it('is 1 for the same title and does not care for the order of the two', () => {
  expect(similarity('公用車の予約', '公用車の予約')).toBe(1)
  expect(similarity('窓口の番号札', '番号札を窓口に')).toBe(similarity('番号札を窓口に', '窓口の番号札'))
})

it('shows the most alike first, few of them, and none by chance', () => {
  const titles = ['公用車の予約を一覧に', '窓口に番号札を置く', '窓口の番号札の導入', '窓口に番号札'].map(
    (title) => ({ title }),
  )
  expect(mostAlike('窓口に番号札を導入', titles, 2).map(({ title }) => title)).toEqual([
    '窓口に番号札',
    '窓口に番号札を置く',
  ])
})
