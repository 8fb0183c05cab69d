import type { Outcome } from '#app/domain/transfer/difference'

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  error: 'エラー',
  changed: '変更',
  added: '追加',
  missing: 'ファイルにない',
  unchanged: '変更なし',
}

export const importSteps = ['ファイル', '確認', '反映', '結果'] as const
