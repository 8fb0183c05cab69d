import { choiceColumn, codeColumn, type Columns, textColumn, wholeColumn } from '../column'

export interface PostCells {
  code: string
  name: string
  rank: number
  isHead: 0 | 1
}

export const postColumns: Columns<PostCells> = {
  code: codeColumn('職位コード', ['コード', '職コード', '補職コード'], 'P31'),
  name: textColumn('職位', ['職名', '職位名', '補職名', '名称'], '課長'),
  rank: wholeColumn('級', ['職級', '順位', 'ランク'], '3', '1 部長級、2 次長級、3 課長級、4 課長補佐級…'),
  isHead: choiceColumn(
    '所属長',
    ['長', '所属長か'],
    [
      [1, '○', '〇', 'はい', 'true'],
      [0, '×', 'いいえ', 'false', '－', ''],
    ],
  ),
}
