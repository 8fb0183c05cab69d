import type { EffectSize, ShelfOrder } from '#app/domain/improvements/library'

export const effectSizeLabels: Readonly<Record<EffectSize, string>> = {
  minutes: '時間の効果がある',
  hundredHours: '100時間以上',
  yen: '金額の効果がある',
}

export const shelfOrderLabels: Readonly<Record<ShelfOrder, string>> = {
  new: '新しい順',
  copies: '取り入れた課が多い順',
  minutes: '削減時間が大きい順',
}
