import { describe, expect, it } from 'vitest'
import { keyWordsOf } from './key-words'
import { mostAlike } from './likeness'

const candidate = (title: string, text = '') => ({ title, text })
const others = ['公用車の予約を一覧にする', '保育園の給食を記録する', '選挙の投票所を案内する'].map((title) =>
  candidate(title),
)
const shown = (title: string, candidates = others, text = '') =>
  mostAlike({ title, text }, candidates).map((one) => one.candidate.title)

describe('alike', () => {
  it.each([
    ['窓口の待ち時間を短縮するため番号札を導入', '番号札導入による窓口の待ち時間の短縮'],
    ['タブレットで現場写真を共有する', 'ﾀﾌﾞﾚｯﾄで現場の写真を共有'],
    ['RPAで請求書を入力する', 'ＲＰＡによる請求書の入力'],
  ])('is 「%s」 to 「%s」, and nothing that shares no more than chance', (one, other) => {
    expect(shown(one, [...others, candidate(other)])).toEqual([other])
    expect(shown(other, [...others, candidate(one)])).toEqual([one])
  })

  it('is told by the text as well, where the titles have nothing in common', () => {
    const hidden = candidate('札を置く', '市民課の窓口では待ち人数が分かりません')
    expect(shown('列をなくす', [...others, hidden], '窓口で待ち人数が分からず列ができる')).toEqual([
      '札を置く',
    ])
  })

  it('is nothing to an empty title', () => expect(shown('')).toEqual([]))

  it('shows one for all that say the same, and how many they are', () => {
    const copies = ['税務課', '福祉課', '市民課'].map((name) => candidate(`窓口に番号札を置く（${name}）`))
    const [first, ...rest] = mostAlike({ title: '窓口に番号札を導入', text: '' }, [
      ...others,
      ...copies,
      candidate('番号札の導入で待ち時間を短く'),
    ])
    expect(first?.others).toHaveLength(2)
    expect(rest.map((one) => one.candidate.title)).toEqual(['番号札の導入で待ち時間を短く'])
  })
})

describe('near', () => {
  const sameWork = candidate(
    '順番を守る工夫',
    '札の色を分け、呼ぶ順番を大きく示し、待つ人がどこへ進むかをひと目で分かるようにしたら、窓口が静かになった',
  )
  const near = (nearness: number) =>
    mostAlike({ title: '窓口の列をなくす', text: '札がなく並び直しになる' }, [...others, sameWork], {
      nearness: (one) => (one === sameWork ? nearness : 0),
    })

  it('brings up other words for the same work and says why', () =>
    expect(near(0.2)).toMatchObject([{ candidate: sameWork, isByWork: true }]))

  it('stands by itself though it says the same as another', () => {
    const copies = ['税務課', '福祉課', '市民課'].map((name) => candidate(`窓口に番号札を置く（${name}）`))
    const [, , own] = copies
    const found = mostAlike({ title: '窓口に番号札を導入', text: '' }, [...others, ...copies], {
      nearness: (one) => (one === own ? 0.2 : 0),
    })
    expect(found.map((one) => [one.candidate, one.others.length])).toEqual([[own, 2]])
    const twoOfThem = mostAlike({ title: '窓口に番号札を導入', text: '' }, [...others, ...copies], {
      nearness: (one) => (one === own ? 0.2 : one === copies[0] ? 0.19 : 0),
    })
    expect(twoOfThem.map((one) => [one.candidate, one.others.length])).toEqual([
      [own, 1],
      [copies[0], 0],
    ])
  })

  it('is not enough by the place alone, nor without a word in common', () => {
    expect(near(0.15)).toEqual([])
    const strange = candidate('給食を温かく届ける')
    expect(
      mostAlike({ title: '窓口の列', text: '' }, [...others, strange], { nearness: () => 0.25 }),
    ).toEqual([])
  })
})

describe('key words', () => {
  it.each([
    ['窓口に番号札を置く', ['番号札', '窓口']],
    ['住民基本台帳の照会', ['住民基本', '基本台帳', '照会']],
    ['RPAでタブレット', ['タブレット', 'RPA']],
    ['ひらがなだけ', []],
  ])('of 「%s」 are %j', (text, words) => expect(keyWordsOf(text, 5)).toEqual(words))

  it('are as many as asked for', () => expect(keyWordsOf('窓口、番号札、予約', 2)).toHaveLength(2))
})
