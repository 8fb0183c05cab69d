import { disableAccounts, enableAccounts } from '../../accounts/disabling.server'
import type { Ctx, Db } from '../../context'
import { listPersonLines } from '../../organisation/all-lines.server'
import { importPeople, personIds } from '../../organisation/people.server'
import { removePeople } from '../../organisation/removal.server'
import type { Importer } from '../importer'
import type { PersonCells } from '../lists/people'

/** 職員. Silence of the file is about who could sign in: their accounts can be stopped; as authors they remain. */
export const people: Importer<PersonCells> = {
  list: listPersonLines,
  async load(db) {
    const signing = await numbersWithAccount(db)
    return {
      lines: await listPersonLines(db),
      keyOf: ({ employeeNumber }) => employeeNumber,
      about: ({ employeeNumber, name }) => `${employeeNumber} ${name}`,
      problemOf: () => null,
      ended: (line) => (signing.has(line.employeeNumber) ? line : null),
    }
  },
  write: importPeople,
  end: async (ctx, lines) => disableAccounts(ctx, await idsOf(ctx, lines)),
  takeBackEnd: async (ctx, lines) => enableAccounts(ctx, await idsOf(ctx, lines)),
  remove: (ctx, lines) =>
    removePeople(
      ctx,
      lines.map(({ employeeNumber }) => employeeNumber),
    ),
}

async function idsOf(ctx: Ctx, lines: readonly PersonCells[]): Promise<number[]> {
  const ids = await personIds(ctx.tx)
  return lines.flatMap(({ employeeNumber }) => ids.get(employeeNumber) ?? [])
}

async function numbersWithAccount(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select('people.employeeNumber')
    .where('accounts.disabledAt', 'is', null)
    .execute()
  return new Set(rows.map(({ employeeNumber }) => employeeNumber))
}
