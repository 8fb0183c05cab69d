import { codeColumn, type Column, type Columns } from '../column'
import type { Mapping } from '../mapping'

export interface SubjectLinkCells {
  employeeNumber: string
  subject: string
  issuer: string
}

/** OpenID Connect Core 2: at most 255 characters of ASCII. */
const longestSubject = 255

function plainAscii(label: string, aliases: string[], example: string, about: string): Column<string> {
  return {
    ...{ label, aliases, example, about },
    read: (text) => {
      if (text === '') return { problem: '空欄です' }
      if (text.length > longestSubject) return { problem: `${longestSubject}字を超えています` }
      return /^[\u0020-\u007e]*$/.test(text)
        ? { value: text }
        : { problem: `「${text}」は、半角の英数字と記号ではありません` }
    },
    write: (value) => value,
  }
}

/** Capital letters count in an identity, so that nothing of it is folded. */
export const subjectLinkColumns: Columns<SubjectLinkCells> = {
  employeeNumber: codeColumn('職員番号', ['職員コード', '職員ID', '社員番号', 'employeeId'], '001234'),
  subject: plainAscii(
    '利用者ID',
    ['sub', 'oid', 'objectId', 'オブジェクトID', 'ユーザーID'],
    '3f8a2c1e-7b54-4d0a-9a51-0c6d1f2e8b77',
    '認証基盤での、その人のID。大文字と小文字を区別します',
  ),
  issuer: {
    ...plainAscii(
      '認証基盤',
      ['iss', 'issuer'],
      'https://login.city.example.lg.jp/realms/town',
      '認証基盤のURL。列がなければ、今使っている認証基盤です',
    ),
    given: true,
  },
}

/** A file that does not name the provider is about the one that is in use. */
export function ofProvider(mapping: Mapping, issuer: string): Mapping {
  const said = mapping['issuer']
  return said && 'heading' in said ? mapping : { ...mapping, issuer: { fixed: issuer } }
}
