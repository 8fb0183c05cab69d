import type { Place } from '#app/domain/attachments/attachment'

export const placeLabels: Readonly<Record<Place, string>> = {
  before: '改善前',
  after: '改善後',
  other: 'そのほかの写真',
  document: '資料',
}

export const attachmentLabels: Readonly<Record<string, string>> = {
  file: 'ファイル',
  place: '種類',
  description: '説明',
}

/** 「40KB」, 「1.2MB」 */
export function bytesInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1024 ? `${kilobytes}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`
}
