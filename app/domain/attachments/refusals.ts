import { attachmentLimits, mostBytesInWords } from './attachment'
import { extensionOf, isFormat, isPhotoName } from './format'

/** Why a file is not taken: each sentence says what to do instead. */
export const refusals = {
  noFile: 'ファイルを選んでください',
  empty: 'ファイルの中身が空です。もう一度保存してから選んでください',
  tooLarge: `${mostBytesInWords}までのファイルを選んでください。写真は小さくして保存し直し、資料は分けてください`,
  unknown:
    'この形式のファイルは付けられません。写真はJPEG・PNG・WebP、資料はPDF・docx・xlsx・pptx・txt・csvから選んでください',
  heic: 'この形式（HEIC）は使えません。iPhoneの設定の「カメラ」→「フォーマット」で「互換性優先」を選ぶか、JPEGで保存し直して選んでください',
  oldOffice: '古い形式のファイルは付けられません。docx・xlsx・pptxの形式で保存し直して選んでください',
  macro: 'マクロを含むファイルは付けられません。マクロのない形式で保存し直して選んでください',
  disguised:
    'ファイルの中身が、名前の終わりの形式（拡張子）と合いません。もとのソフトで保存し直して選んでください',
  locked: 'パスワードで保護されたファイルは付けられません。保護を外して保存し直し、選んでください',
  damaged:
    'ファイルが壊れているか、ふつうの作り方ではない部分があります。もとのソフトで保存し直して選んでください',
  inflated: '開いたときの大きさが大きすぎるファイルです。内容を分けて保存し直して選んでください',
  notText: '文字として読めないファイルです。UTF-8かShift_JISで保存し直して選んでください',
  unreadablePhoto: '写真を読み取れません。JPEGかPNGで保存し直して選んでください',
  hugePhoto: '写真の画素数が大きすぎます。6,400万画素までに小さくして選んでください',
  notPhoto: '写真（JPEG・PNG・WebP）を選ぶか、種類を「資料」にしてください',
  photoAlone: '写真（JPEG・PNG・WebP）を選んでください',
  notDocument: '写真を選んだときは、種類を「改善前」「改善後」「そのほかの写真」から選んでください',
  infected:
    'ウイルスが見つかったため、付けられません。このファイルは開かずに、情報システムの担当に知らせてください',
  full: `写真と資料は合わせて${attachmentLimits.files}つまでです。要らないものを外してから付けてください`,
  noDescription: '写真に何が写っているかの説明を入力してください',
} as const

export type Refusal = keyof typeof refusals

/** Why no file with this ending is taken, whatever is in it; null where its content decides. */
export function refusalOfExtension(extension: string): Refusal | null {
  if (/^hei[cf]$/.test(extension)) return 'heic'
  if (/^(doc|xls|ppt)$/.test(extension)) return 'oldOffice'
  if (/^(doc|xls|ppt|dot|xlt|pot)m$/.test(extension)) return 'macro'
  return isFormat(extension) ? null : 'unknown'
}

/** What can be said about a file before it is sent, by its name and its bytes alone; null where nothing speaks against it. */
export function foreseenRefusal(
  { name, size }: { name: string; size: number },
  wanted: 'photo' | 'attachment',
): string | null {
  const why =
    refusalOfExtension(extensionOf(name)) ??
    (wanted === 'photo' && !isPhotoName(name) ? 'photoAlone' : refusalOfSize(size))
  return why === null ? null : refusals[why]
}

function refusalOfSize(bytes: number): Refusal | null {
  if (bytes > attachmentLimits.bytes) return 'tooLarge'
  return bytes === 0 ? 'empty' : null
}
