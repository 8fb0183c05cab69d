import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'

/** Whether a text holds these characters as they are, in capitals or small letters; the same on both databases. */
export function containing(text: Expression<string | null>, part: string): RawBuilder<SqlBool> {
  return like(text, `%${literally(part)}%`)
}

export function beginningWith(text: Expression<string | null>, part: string): RawBuilder<SqlBool> {
  return like(text, `${literally(part)}%`)
}

function like(text: Expression<string | null>, pattern: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`lower(${text}) like lower(${pattern}) escape '\\'`
}

/** Without the meaning that LIKE would give to some characters. */
function literally(part: string): string {
  return part.replace(/[\\%_]/g, '\\$&')
}
