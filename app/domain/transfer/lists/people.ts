import { choiceColumn, codeColumn, type Column, type Columns, optionalText, textColumn } from '../column'

export interface PersonCells {
  employeeNumber: string
  name: string
  kana: string
  email: string | null
  employmentType: string
}

const number = codeColumn(
  '職員番号',
  ['職員コード', '職員ID', '社員番号', '番号'],
  '001234',
  '先頭の0も番号のうちです',
)

export const peopleColumns: Columns<PersonCells> = {
  employeeNumber: number,
  name: textColumn('氏名', ['名前', '職員氏名', '漢字氏名'], '髙橋　誠'),
  kana: {
    ...textColumn('かな', ['カナ', 'フリガナ', 'ふりがな', '氏名カナ', 'カナ氏名'], 'たかはし　まこと'),
    absent: '',
    read: (text) => ({ value: text }),
  } satisfies Column<string>,
  email: optionalText('メール', ['メールアドレス', 'mail', 'e-mail'], 'm.takahashi@city.example.lg.jp'),
  employmentType: {
    ...choiceColumn(
      '職の区分',
      ['任用区分', '雇用区分', '職員区分'],
      [
        ['regular', '正規', '正規職員', '常勤', '一般職'],
        ['fiscalYear', '会計年度任用', '会計年度任用職員', '会計年度', '非常勤'],
      ],
    ),
    absent: 'regular',
  },
}
