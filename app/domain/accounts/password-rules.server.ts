import { type Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { validOn } from '../organisation/validity'
import words from './common-passwords.txt?raw'
import { type PasswordContext, weaknessOf } from './password'

/** 10,000 and more, shipped with the product since there is no internet to ask; MIT-licensed, from zxcvbn(-ts). */
const commonPasswords: ReadonlySet<string> = new Set(words.split('\n').filter(Boolean))

/** See weaknessOf; knows the common passwords. */
export function findWeakness(password: string, context: PasswordContext): string | null {
  return weaknessOf(password, context, commonPasswords)
}

export async function findPasswordContext(db: Db, personId: number, today: Day): Promise<PasswordContext> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('appointments', (join) =>
      join.onRef('appointments.personId', '=', 'people.id').on(validOn('appointments', today)),
    )
    .leftJoin('departments', 'departments.id', 'appointments.departmentId')
    .select(['people.employeeNumber', 'people.name', 'people.kana', 'people.email'])
    .select('departments.name as department')
    .where('people.id', '=', personId)
    .execute()
  const [person] = rows
  if (!person) throw new NotFound()
  return { ...person, departments: rows.flatMap(({ department }) => department ?? []) }
}
