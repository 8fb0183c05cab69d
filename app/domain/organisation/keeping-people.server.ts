import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { importPeople, type PersonLine } from './people.server'
import { findPerson } from './people-lookup.server'
import { mayKeepOrganisation } from './policy'

/** A person whom the lists do not have yet. Throws RuleBroken for a number that somebody has. */
export async function registerPerson(ctx: Ctx, line: PersonLine): Promise<{ personId: number }> {
  insist(mayKeepOrganisation(ctx.actor))
  const there = await idOfNumber(ctx, line.employeeNumber)
  if (there !== undefined) throw new RuleBroken('この職員番号は、もう登録されています', 'employeeNumber')
  await importPeople(ctx, [line])
  return { personId: (await idOfNumber(ctx, line.employeeNumber)) ?? 0 }
}

/** Brings a person's name and the rest up to date; the number stays. Throws NotFound. */
export async function editPerson(
  ctx: Ctx,
  { personId, ...line }: { personId: number } & Omit<PersonLine, 'employeeNumber'>,
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const { employeeNumber } = await findPerson(ctx.tx, personId)
  await importPeople(ctx, [{ ...line, employeeNumber }])
}

async function idOfNumber(ctx: Ctx, employeeNumber: string): Promise<number | undefined> {
  const row = await ctx.tx
    .selectFrom('people')
    .select('id')
    .where('employeeNumber', '=', employeeNumber)
    .executeTakeFirst()
  return row?.id
}
