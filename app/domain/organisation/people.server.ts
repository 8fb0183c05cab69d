import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { inBatches, insistOnDistinct } from './lines'

import { searchKeyOf } from './person'
import { mayKeepOrganisation } from './policy'

export interface PersonLine {
  /** As text: it may begin with a zero. */
  readonly employeeNumber: string
  readonly name: string
  readonly kana: string
  readonly email: string | null
  readonly employmentType: string
}

/** Staff by employee number. Nobody is ever removed: who has left remains as an author. */
export async function importPeople(ctx: Ctx, lines: readonly PersonLine[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  insistOnDistinct('職員番号', lines, ({ employeeNumber }) => employeeNumber)
  for (const batch of inBatches(lines)) {
    await ctx.tx
      .insertInto('people')
      .values(batch.map((line) => ({ ...line, searchKey: searchKeyOf(line.name, line.kana) })))
      .onConflict((conflict) =>
        conflict.column('employeeNumber').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          kana: eb.ref('excluded.kana'),
          searchKey: eb.ref('excluded.searchKey'),
          email: eb.ref('excluded.email'),
          employmentType: eb.ref('excluded.employmentType'),
        })),
      )
      .execute()
  }
  ctx.happened({ kind: 'organisation.imported', list: 'people', rows: lines.length })
}

/** Keys of people by their employee number. */
export async function personIds(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('people').select(['employeeNumber', 'id']).execute()
  return new Map(rows.map(({ employeeNumber, id }) => [employeeNumber, id]))
}
