import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { ChangedMeanwhile, insist, NotFound, RuleBroken } from '../errors'
import { mayKeepOrganisation } from '../organisation/policy'
import { faultsOfLine } from './faults'
import { findPlanOfLine, findReorganisation } from './lookup.server'
import { mayChange } from './policy'
import type { LineText, Reorganisation, ReorganisationFacts } from './reorganisation'
import { findSurroundings, textOfLine } from './surroundings.server'

interface PlanText {
  readonly name: string
  readonly effectiveOn: Day
}

/** A plan changes nothing until it is scheduled. Throws RuleBroken for a day that is not to come. */
export async function planReorganisation(ctx: Ctx, text: PlanText): Promise<{ reorganisationId: number }> {
  insist(mayKeepOrganisation(ctx.actor))
  insistOnComing(ctx, text.effectiveOn)
  const by = ctx.actor.personId || null
  const { id } = await ctx.tx
    .insertInto('reorganisations')
    .values({
      ...text,
      ...{ plannedAt: ctx.now, plannedById: by, changedAt: ctx.now, changedById: by, version: 1 },
      ...{ scheduledAt: null, scheduledById: null, cancelledAt: null, cancelledById: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'reorganisation.planned', reorganisationId: id, effectiveOn: text.effectiveOn })
  return { reorganisationId: id }
}

/** Throws ChangedMeanwhile when the plan is not the one that was shown any more. */
export async function changeReorganisation(
  ctx: Ctx,
  { reorganisationId, version, ...text }: PlanText & { reorganisationId: number; version: number },
): Promise<void> {
  const plan = await findReorganisation(ctx.tx, reorganisationId)
  insist(mayChange(ctx.actor, plan, ctx.today))
  insistOnVersion(plan, version)
  insistOnComing(ctx, text.effectiveOn)
  await ctx.tx.updateTable('reorganisations').set(text).where('id', '=', reorganisationId).execute()
  await touch(ctx, plan)
}

/** One line more. Throws RuleBroken at the field. */
export async function addLine(
  ctx: Ctx,
  { reorganisationId, ...line }: LineText & { reorganisationId: number },
): Promise<void> {
  const plan = await findReorganisation(ctx.tx, reorganisationId)
  insist(mayChange(ctx.actor, plan, ctx.today))
  const surroundings = await findSurroundings(ctx.tx, plan, ctx.today)
  const [fault] = faultsOfLine(line, {
    ...surroundings,
    effectiveOn: plan.effectiveOn,
    others: plan.lines.map(textOfLine),
  })
  if (fault) throw new RuleBroken(fault.sentence, fault.field)
  const { id: lineId } = await ctx.tx
    .insertInto('reorganisationLines')
    .values({ reorganisationId, kind: line.kind })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const departmentId of line.formerIds) {
    await ctx.tx
      .insertInto('reorganisationFormers')
      .values({ lineId, departmentId, endedBefore: null })
      .execute()
  }
  for (const later of line.laters) {
    const there = surroundings.departments.get(later.departmentId ?? 0)
    const named = there ? { code: there.code, name: there.name } : {}
    await ctx.tx
      .insertInto('reorganisationLaters')
      .values({ ...later, ...named, lineId, isNew: there ? 0 : 1 })
      .execute()
  }
  await touch(ctx, plan)
}

/** Takes a line back, with what was chosen for its projects. */
export async function removeLine(ctx: Ctx, { lineId }: { lineId: number }): Promise<{ planId: number }> {
  const plan = await findPlanOfLine(ctx.tx, lineId)
  insist(mayChange(ctx.actor, plan, ctx.today))
  const line = plan.lines.find(({ id }) => id === lineId)
  if (!line) throw new NotFound()
  const laterIds = line.laters.map(({ id }) => id)
  if (laterIds.length > 0) {
    await ctx.tx.deleteFrom('reorganisationChoices').where('laterId', 'in', laterIds).execute()
  }
  await ctx.tx.deleteFrom('reorganisationFormers').where('lineId', '=', lineId).execute()
  await ctx.tx.deleteFrom('reorganisationLaters').where('lineId', '=', lineId).execute()
  await ctx.tx.deleteFrom('reorganisationLines').where('id', '=', lineId).execute()
  await touch(ctx, plan)
  return { planId: plan.id }
}

/** Throws ChangedMeanwhile. */
export function insistOnVersion({ version, changed, name }: ReorganisationFacts, shown: number): void {
  if (version === shown) return
  throw new ChangedMeanwhile({
    at: changed.at,
    by: changed.by ?? '一人一改善',
    theirs: { version: String(version), name },
  })
}

/** The plan is another one from now on. */
export async function touch(ctx: Ctx, { id }: Pick<Reorganisation, 'id'>): Promise<void> {
  await ctx.tx
    .updateTable('reorganisations')
    .set((eb) => ({
      ...{ changedAt: ctx.now, changedById: ctx.actor.personId || null },
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

function insistOnComing({ today }: Ctx, effectiveOn: Day): void {
  if (effectiveOn > today) return
  throw new RuleBroken('施行日は、明日以後の日を入力してください', 'effectiveOn')
}
