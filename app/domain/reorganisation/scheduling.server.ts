import { addDays } from '../calendar'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { registerDepartment } from '../organisation/keeping-departments.server'
import { carryAppointments, setLastDay, succeed, takeSectionsAlong } from '../organisation/succession.server'
import { sectionsAlong } from './bureaus'
import { findReorganisation } from './lookup.server'
import { insistOnVersion, touch } from './planning.server'
import { maySchedule } from './policy'
import { listProjectMoves, placeAll } from './projects.server'
import { edgesOf, goesOn } from './lines'
import type { Line, Reorganisation } from './reorganisation'
import { faultsOf, findSurroundings, type Surroundings } from './surroundings.server'

/**
 * 予定する: writes all that has a day, with that day. Until its 0:00 in Tokyo nothing is different, and from then on
 * everything is, without anything having to run. Throws RuleBroken for a plan with faults, ChangedMeanwhile for another
 * plan than the one that was checked.
 */
export async function scheduleReorganisation(
  ctx: Ctx,
  { reorganisationId, version }: { reorganisationId: number; version: number },
): Promise<void> {
  const checked = await findReorganisation(ctx.tx, reorganisationId)
  insist(maySchedule(ctx.actor, checked, ctx.today))
  insistOnVersion(checked, version)
  const { departments } = await insistOnSound(ctx, checked)

  await foundDepartments(ctx, checked)
  const plan = await findReorganisation(ctx.tx, reorganisationId)
  for (const line of plan.lines) {
    await endFormers(ctx, plan, line)
    await takeSectionsAlong(ctx, {
      sectionIds: sectionsAlong(plan, line, departments).map(({ id }) => id),
      bureauId: line.laters[0]?.departmentId ?? 0,
      ...{ effectiveOn: plan.effectiveOn, reorganisationId },
    })
  }
  const people = await carryPeople(ctx, plan)
  const projects = await placeAll(ctx, plan)
  await ctx.tx
    .updateTable('reorganisations')
    .set({ scheduledAt: ctx.now, scheduledById: ctx.actor.personId || null })
    .where('id', '=', reorganisationId)
    .execute()
  await touch(ctx, plan)
  const { effectiveOn } = plan
  ctx.happened({ kind: 'reorganisation.scheduled', reorganisationId, effectiveOn, people, projects })
}

async function insistOnSound(ctx: Ctx, plan: Reorganisation): Promise<Surroundings> {
  const surroundings = await findSurroundings(ctx.tx, plan, ctx.today)
  const [fault] = faultsOf(plan, surroundings)
  if (fault) throw new RuleBroken(fault)
  const open = (await listProjectMoves(ctx.tx, plan)).filter(({ later }) => later === null)
  if (open.length > 0) {
    throw new RuleBroken(`移る先を選んでいない事務事業が${open.length}件あります。先に選んでください。`)
  }
  return surroundings
}

/** 部 before 課, which may stand in a new one. */
async function foundDepartments(ctx: Ctx, { lines, effectiveOn }: Reorganisation): Promise<void> {
  const fresh = lines.flatMap(({ laters }) => laters.filter(({ isNew }) => isNew))
  const bureausFirst = fresh.toSorted(
    (one, other) => Number(one.parentCode !== null) - Number(other.parentCode !== null),
  )
  for (const { id, code, name, parentCode } of bureausFirst) {
    const parentId = parentCode === null ? null : await findBureau(ctx, parentCode)
    const kind = parentCode === null ? 'bureau' : 'section'
    const { departmentId } = await registerDepartment(ctx, {
      ...{ code, name, kind, parentId, validFrom: effectiveOn },
    })
    await ctx.tx.updateTable('reorganisationLaters').set({ departmentId }).where('id', '=', id).execute()
  }
}

async function findBureau(ctx: Ctx, code: string): Promise<number> {
  const { id } = await ctx.tx
    .selectFrom('departments')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return id
}

async function endFormers(ctx: Ctx, { effectiveOn }: Reorganisation, line: Line): Promise<void> {
  for (const { former, later } of edgesOf(line)) {
    if (later.departmentId === null || line.kind === 'found') continue
    await succeed(ctx, { fromId: former.id, toId: later.departmentId, effectiveOn, kind: line.kind })
  }
  for (const former of line.formers) {
    if (goesOn(line, former)) continue
    await ctx.tx
      .updateTable('reorganisationFormers')
      .set((eb) => ({
        endedBefore: eb
          .selectFrom('departments')
          .select('validTo')
          .where('departments.id', '=', former.id)
          .$asScalar(),
      }))
      .where('lineId', '=', line.id)
      .where('departmentId', '=', former.id)
      .execute()
    await setLastDay(ctx, { departmentId: former.id, validTo: addDays(effectiveOn, -1) })
  }
}

/** All of a section that is only called otherwise; all but its head of one that goes into another. */
async function carryPeople(ctx: Ctx, { id, lines, effectiveOn }: Reorganisation): Promise<number> {
  let people = 0
  for (const line of lines) {
    if (line.kind === 'split') continue
    for (const { former, later } of edgesOf(line)) {
      const carried = await carryAppointments(ctx, {
        ...{ fromId: former.id, toId: later.departmentId ?? 0, effectiveOn },
        withHeads: line.kind === 'rename',
      })
      for (const one of carried) {
        await ctx.tx
          .insertInto('reorganisationTransfers')
          .values({ reorganisationId: id, ...one })
          .execute()
      }
      people += carried.length
    }
  }
  return people
}
