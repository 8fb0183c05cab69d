import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { placeProjectYear } from '../projects/placement.server'
import { findReorganisation } from './lookup.server'
import { touch } from './planning.server'
import { mayChange, mayPlaceProjects } from './policy'
import { destinationOf } from './lines'
import { firstYearOf, type Former, type Later, type Line, type Reorganisation } from './reorganisation'

/** A 事務事業 of a department on a line, and where it goes; `later` is null while that has to be chosen. */
export interface ProjectMove {
  readonly projectYearId: number
  readonly projectId: number
  readonly fiscalYear: number
  readonly code: string
  readonly name: string
  readonly line: Line
  readonly former: Former
  readonly later: Later | null
}

const mostProjects = 1_000

/**
 * By department and code. Until the list of the first year with the new departments is there, those of the last list are
 * shown: they are the ones that will be asked about.
 */
export async function listProjectMoves(
  db: Db,
  { id, lines, effectiveOn }: Reorganisation,
): Promise<ProjectMove[]> {
  const sides = lines.flatMap((line) => line.formers.map((former) => ({ line, former })))
  if (sides.length === 0) return []
  const rows = await db
    .selectFrom('projectYears')
    .leftJoin('reorganisationChoices', (join) =>
      join
        .onRef('reorganisationChoices.projectId', '=', 'projectYears.projectId')
        .on('reorganisationChoices.reorganisationId', '=', id),
    )
    .select(['projectYears.id as projectYearId', 'projectYears.projectId', 'projectYears.fiscalYear'])
    .select(['projectYears.code', 'projectYears.name', 'projectYears.departmentId'])
    .select('reorganisationChoices.laterId')
    .where(
      'projectYears.departmentId',
      'in',
      sides.map(({ former }) => former.id),
    )
    .where('projectYears.fiscalYear', '>=', (eb) =>
      eb
        .selectFrom('projectYears as lists')
        .select(({ fn }) => fn.max('lists.fiscalYear').as('last'))
        .where('lists.fiscalYear', '<=', firstYearOf(effectiveOn)),
    )
    .orderBy('projectYears.fiscalYear')
    .orderBy('projectYears.departmentId')
    .orderBy('projectYears.code')
    .limit(mostProjects)
    .execute()
  return rows.flatMap(({ departmentId, laterId, ...row }) => {
    const side = sides.find(({ former }) => former.id === departmentId)
    return side ? [{ ...row, ...side, later: destinationOf(side.line, side.former, laterId) }] : []
  })
}

export interface Choice {
  readonly projectId: number
  readonly laterId: number
}

/** For each project of a section that is split, the one it goes to. Throws RuleBroken for another department. */
export async function chooseProjects(
  ctx: Ctx,
  { reorganisationId, choices }: { reorganisationId: number; choices: readonly Choice[] },
): Promise<void> {
  const plan = await findReorganisation(ctx.tx, reorganisationId)
  insist(mayChange(ctx.actor, plan, ctx.today))
  const moves = await listProjectMoves(ctx.tx, plan)
  choices.forEach(({ projectId, laterId }, at) => {
    const move = moves.find((one) => one.projectId === projectId && one.line.kind === 'split')
    if (move?.line.laters.some(({ id }) => id === laterId)) return
    throw new RuleBroken('移る先を一覧から選んでください', `choices[${at}].laterId`)
  })
  for (const choice of choices) {
    await ctx.tx
      .insertInto('reorganisationChoices')
      .values({ reorganisationId, ...choice })
      .onConflict((conflict) =>
        conflict
          .columns(['reorganisationId', 'projectId'])
          .doUpdateSet((eb) => ({ laterId: eb.ref('excluded.laterId') })),
      )
      .execute()
  }
  await touch(ctx, plan)
}

/**
 * Moves the projects of the years that begin with the new departments, and again those that are registered with an old
 * one afterwards. A closed year keeps its own. Returns how many moved.
 */
export async function placeProjects(
  ctx: Ctx,
  { reorganisationId }: { reorganisationId: number },
): Promise<{ moved: number }> {
  const plan = await findReorganisation(ctx.tx, reorganisationId)
  insist(mayPlaceProjects(ctx.actor, plan, ctx.today))
  const moved = await placeAll(ctx, plan)
  if (moved > 0) ctx.happened({ kind: 'reorganisation.projectsPlaced', reorganisationId, projects: moved })
  return { moved }
}

/** The same inside a command that has asked who may. */
export async function placeAll(ctx: Ctx, plan: Reorganisation): Promise<number> {
  let moved = 0
  for (const { projectYearId, fiscalYear, former, later } of await listProjectMoves(ctx.tx, plan)) {
    const departmentId = later?.departmentId ?? null
    if (fiscalYear < firstYearOf(plan.effectiveOn) || departmentId === null) continue
    if (departmentId === former.id || !(await placeProjectYear(ctx, { projectYearId, departmentId })))
      continue
    await ctx.tx
      .insertInto('reorganisationPlacements')
      .values({
        ...{ reorganisationId: plan.id, projectYearId },
        ...{ fromDepartmentId: former.id, toDepartmentId: departmentId },
      })
      .onConflict((conflict) => conflict.columns(['reorganisationId', 'projectYearId']).doNothing())
      .execute()
    moved += 1
  }
  return moved
}
