import type { Ctx } from '../context'
import { insist } from '../errors'
import { mayKeepOrganisation } from '../organisation/policy'

/** Another department for a 事務事業 of a year. A year that is closed keeps its own: returns whether it moved. */
export async function placeProjectYear(
  ctx: Ctx,
  { projectYearId, departmentId }: { projectYearId: number; departmentId: number },
): Promise<boolean> {
  insist(mayKeepOrganisation(ctx.actor))
  const { numUpdatedRows } = await ctx.tx
    .updateTable('projectYears')
    .set((eb) => ({ departmentId, version: eb('version', '+', 1) }))
    .where('id', '=', projectYearId)
    .where('fiscalYear', 'in', (eb) =>
      eb
        .selectFrom('fiscalYears')
        .select('fiscalYears.fiscalYear')
        .where((open) => open.or([open('closedAt', 'is', null), open('closedAt', '>', ctx.now)])),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
