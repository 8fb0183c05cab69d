import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { removeDepartments } from '../organisation/removal.server'
import { forgetSuccession, setLastDay, takeBackAppointments } from '../organisation/succession.server'
import { placeProjectYear } from '../projects/placement.server'
import { findReorganisation } from './lookup.server'
import { touch } from './planning.server'
import { mayCancel } from './policy'
import { edgesOf, goesOn, type Reorganisation, stateOf } from './reorganisation'

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

/** What was registered for the new departments since and is not the plan's own, each in a sentence. */
export async function listInTheWay(db: Db, plan: Reorganisation): Promise<string[]> {
  const fresh = freshIdsOf(plan)
  if (fresh.length === 0) return []
  const { appointments, projects, sections, going, coming } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('appointments')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('departmentId', 'in', fresh)
        .where('id', 'not in', (inner) =>
          inner
            .selectFrom('reorganisationTransfers')
            .select('laterId')
            .where('reorganisationId', '=', plan.id),
        )
        .as('appointments'),
      eb
        .selectFrom('projectYears')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('departmentId', 'in', fresh)
        .where('id', 'not in', (inner) =>
          inner
            .selectFrom('reorganisationPlacements')
            .select('projectYearId')
            .where('reorganisationId', '=', plan.id),
        )
        .as('projects'),
      eb
        .selectFrom('departments')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('parentId', 'in', fresh)
        .where('id', 'not in', fresh)
        .as('sections'),
      eb
        .selectFrom('reorganisationLaters')
        .innerJoin('reorganisationLines', 'reorganisationLines.id', 'reorganisationLaters.lineId')
        .innerJoin('reorganisations', 'reorganisations.id', 'reorganisationLines.reorganisationId')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('reorganisationLaters.departmentId', 'in', fresh)
        .where('reorganisations.id', '<>', plan.id)
        .where('reorganisations.cancelledAt', 'is', null)
        .as('going'),
      eb
        .selectFrom('reorganisationFormers')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('departmentId', 'in', fresh)
        .as('coming'),
    ])
    .executeTakeFirstOrThrow()
  return [
    ...said(
      appointments,
      (n) =>
        `新しい所属への発令が${n}件、登録されています。先に、その発令を取り消すか、取り込みを元に戻してください。`,
    ),
    ...said(
      projects,
      (n) => `新しい所属の事務事業が${n}件、登録されています。先に、その取り込みを元に戻してください。`,
    ),
    ...said(sections, (n) => `新しい部に課が${n}つ、登録されています。先に、その課の部を直してください。`),
    ...said(
      Number(going) + Number(coming),
      (n) => `別の組織改正の${n}行が、新しい所属を使っています。先に、その行を消してください。`,
    ),
  ]
}

async function takeBack(ctx: Ctx, plan: Reorganisation): Promise<void> {
  const { id, lines, effectiveOn } = plan
  await takeBackProjects(ctx, id)
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

function freshIdsOf({ lines }: Reorganisation): number[] {
  return lines.flatMap(({ laters }) =>
    laters.flatMap(({ isNew, departmentId }) => (isNew && departmentId !== null ? [departmentId] : [])),
  )
}

function said(count: number | null, sentence: (n: number) => string): string[] {
  return count ? [sentence(Number(count))] : []
}
