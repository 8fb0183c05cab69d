import { choiceColumn, codeColumn, type Columns, dayColumn, optionalDay, textColumn } from '../column'

export interface DepartmentCells {
  code: string
  name: string
  parentCode: string | null
  kind: 'bureau' | 'section'
  validFrom: string
  validTo: string | null
}

export const departmentColumns: Columns<DepartmentCells> = {
  code: codeColumn('所属コード', ['コード', '組織コード', '課コード'], '010100'),
  name: textColumn('所属名', ['名称', '所属', '組織名', '課名'], '市民課'),
  parentCode: {
    ...codeColumn(
      '上の所属コード',
      ['親コード', '部コード', '上位所属コード', '上位コード'],
      '010000',
      '部は空欄',
    ),
    absent: null,
    read: (text) => ({ value: text === '' ? null : text.normalize('NFKC') }),
    write: (value: string | null) => value ?? '',
  },
  kind: choiceColumn(
    '部・課',
    ['区分', '種別', '組織区分'],
    [
      ['bureau', '部', '局', '部局'],
      ['section', '課', '室', '所', '課・室'],
    ],
  ),
  validFrom: dayColumn('設置日', ['開始日', '有効開始日'], '2026-04-01'),
  validTo: optionalDay('廃止日', ['終了日', '有効終了日'], '', 'ある最後の日。続いている所属は空欄'),
}
