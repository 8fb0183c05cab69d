import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { removeDepartments } from '../organisation/removal.server'
import {
  forgetSuccession,
  leaveSectionsThere,
  setLastDay,
  takeBackAppointments,
} from '../organisation/succession.server'
import { placeProjectYear } from '../projects/placement.server'
import { freshIdsOf, listInTheWay } from './in-the-way.server'
import { findReorganisation } from './lookup.server'
import { touch } from './planning.server'
import { mayCancel } from './policy'
import { edgesOf, goesOn } from './lines'
import { type Reorganisation, stateOf } from './reorganisation'

/**
 * 取り消す: everything is as if it had never been scheduled. What others registered for the new departments meanwhile is
 * theirs to take back first; RuleBroken says what that is.
 */
export async function cancelReorganisation(
  ctx: Ctx,
  { reorganisationId }: { reorganisationId: number },
): Promise<void> {
  const plan = await findReorganisation(ctx.tx, reorganisationId)
  insist(mayCancel(ctx.actor, plan, ctx.today))
  if (stateOf(plan, ctx.today) === 'scheduled') {
    const [inTheWay] = await listInTheWay(ctx.tx, plan)
    if (inTheWay !== undefined) throw new RuleBroken(inTheWay)
    await takeBack(ctx, plan)
  }
  await ctx.tx
    .updateTable('reorganisations')
    .set({ cancelledAt: ctx.now, cancelledById: ctx.actor.personId || null })
    .where('id', '=', reorganisationId)
    .execute()
  await touch(ctx, plan)
  ctx.happened({ kind: 'reorganisation.cancelled', reorganisationId, effectiveOn: plan.effectiveOn })
}

async function takeBack(ctx: Ctx, plan: Reorganisation): Promise<void> {
  const { id, lines, effectiveOn } = plan
  await takeBackProjects(ctx, id)
  await leaveSectionsThere(ctx, { reorganisationId: id })
  const carried = await ctx.tx
    .deleteFrom('reorganisationTransfers')
    .where('reorganisationId', '=', id)
    .returning(['formerId', 'formerValidTo', 'laterId'])
    .execute()
  await takeBackAppointments(ctx, { carried, effectiveOn })
  for (const line of lines) {
    for (const { former, later } of edgesOf(line)) {
      await forgetSuccession(ctx, { fromId: former.id, toId: later.departmentId ?? 0 })
    }
    for (const former of line.formers) {
      if (goesOn(line, former)) continue
      const { endedBefore } = await ctx.tx
        .selectFrom('reorganisationFormers')
        .select('endedBefore')
        .where('lineId', '=', line.id)
        .where('departmentId', '=', former.id)
        .executeTakeFirstOrThrow()
      await setLastDay(ctx, { departmentId: former.id, validTo: endedBefore })
    }
  }
  const fresh = lines.flatMap(({ laters }) => laters.filter(({ isNew }) => isNew))
  if (fresh.length > 0) {
    await ctx.tx
      .updateTable('reorganisationLaters')
      .set({ departmentId: null })
      .where('departmentId', 'in', freshIdsOf(plan))
      .execute()
  }
  await removeDepartments(
    ctx,
    fresh.map(({ code, parentCode }) => ({ code, kind: parentCode === null ? 'bureau' : 'section' })),
  )
}

async function takeBackProjects(ctx: Ctx, reorganisationId: number): Promise<void> {
  const placed = await ctx.tx
    .deleteFrom('reorganisationPlacements')
    .where('reorganisationId', '=', reorganisationId)
    .returning(['projectYearId', 'fromDepartmentId'])
    .execute()
  for (const { projectYearId, fromDepartmentId } of placed) {
    await placeProjectYear(ctx, { projectYearId, departmentId: fromDepartmentId })
  }
}
