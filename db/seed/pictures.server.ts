import boardAfter from './pictures/board-after.webp?inline'
import counterAfter from './pictures/counter-after.webp?inline'
import counterBefore from './pictures/counter-before.webp?inline'
import formsAfter from './pictures/forms-after.webp?inline'
import formsBefore from './pictures/forms-before.webp?inline'
import shelfAfter from './pictures/shelf-after.webp?inline'
import shelfBefore from './pictures/shelf-before.webp?inline'
import toolsAfter from './pictures/tools-after.webp?inline'
import toolsBefore from './pictures/tools-before.webp?inline'

/* Drawn by pictures/draw.ts. They travel inside the bundle, as the lists of the town do. */

export interface Picture {
  readonly place: 'before' | 'after'
  readonly fileName: string
  /** For those who do not see it. */
  readonly description: string
  readonly bytes: Buffer
}

const picture = (
  place: Picture['place'],
  fileName: string,
  description: string,
  address: string,
): Picture => ({ place, fileName, description, bytes: Buffer.from(address.split(',')[1] ?? '', 'base64') })

const counter = [
  picture('before', '窓口.webp', '文字だけの小さな札の前に、来た人が固まって立っている窓口', counterBefore),
  picture(
    'after',
    '窓口.webp',
    '頭の上の番号の看板と床の色の道に沿って、3つに分かれて並ぶ窓口',
    counterAfter,
  ),
]
const shelf = [
  picture('before', '書類棚.webp', '大きさも色もばらばらの冊子と紙の束が詰め込まれた書類棚', shelfBefore),
  picture(
    'after',
    '書類棚.webp',
    '毎日、毎週、年に数回と、使う頻度の札を付けて段ごとに色をそろえた書類棚',
    shelfAfter,
  ),
]
const forms = [
  picture('before', '様式.webp', '住所と氏名を何度も書かせる、3枚の似た様式と印鑑', formsBefore),
  picture('after', '様式.webp', '住所と氏名を一度だけ書き、用件に印を付ける1枚の様式', formsAfter),
]
const tools = [
  picture('before', '道具.webp', '一つの箱に押し込まれ、台の上にも散らばった道具', toolsBefore),
  picture(
    'after',
    '道具.webp',
    '形を描いた板に一つずつ掛けた道具。使われている2つの場所が空いている',
    toolsAfter,
  ),
]
const board = [picture('after', '退庁予定.webp', '席ごとに帰る時刻の札を貼った、退庁予定の白板', boardAfter)]

/** By the reports in whose words they are. */
const reports: readonly (readonly [pictures: readonly Picture[], refs: readonly string[]])[] = [
  [
    counter,
    ['I-2024-0002', 'I-2024-0315', 'I-2025-0086', 'I-2025-0271', 'I-2025-0533', 'I-2026-0007', 'I-2026-0330'],
  ],
  [shelf, ['I-2024-0693', 'I-2025-0212', 'I-2025-0488', 'I-2026-0132', 'I-2026-0276']],
  [forms, ['I-2024-0427', 'I-2025-0119', 'I-2026-0070', 'I-2026-0267']],
  [tools, ['I-2024-0116', 'I-2025-0653', 'I-2026-0077', 'I-2026-0128']],
  [board, ['I-2024-0366', 'I-2025-0280']],
]

export const picturesOf: ReadonlyMap<string, readonly Picture[]> = new Map(
  reports.flatMap(([pictures, refs]) => refs.map((ref) => [ref, pictures] as const)),
)
