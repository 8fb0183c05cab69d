import { choiceColumn, codeColumn, type Columns, fiscalYearColumn, optionalText, textColumn } from '../column'

export interface ProjectCells {
  fiscalYear: number
  code: string
  name: string
  departmentCode: string
  measureName: string | null
  inScope: 0 | 1
  excludedReason: string | null
  predecessorCode: string | null
}

export const projectColumns: Columns<ProjectCells> = {
  fiscalYear: fiscalYearColumn('年度', ['会計年度', '実施年度']),
  code: codeColumn('事務事業コード', ['事業コード', 'コード', '事務事業番号'], '101010001'),
  name: textColumn('事務事業名', ['事業名', '名称', '事務事業'], '証明書交付事業'),
  departmentCode: codeColumn('所属コード', ['担当課コード', '課コード', '所管課コード'], '010100'),
  measureName: optionalText('施策', ['施策名', 'policyMeasure'], '市民サービスの充実'),
  inScope: {
    ...choiceColumn(
      '対象',
      ['対象か', '指標の対象'],
      [
        [1, '○', '〇', '対象', 'はい'],
        [0, '×', '対象外', 'いいえ'],
      ],
    ),
    absent: 1,
  },
  excludedReason: optionalText('対象外の理由', ['除外理由', '理由'], '', '対象外のときに書きます'),
  predecessorCode: {
    ...optionalText('前年度のコード', ['旧コード', '前年度コード'], '', '前の年度とコードが変わったとき'),
    ofNewLines: true,
  },
}
