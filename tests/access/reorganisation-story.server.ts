import { findReorganisation } from '#app/domain/reorganisation/lookup.server'
import { addLine, planReorganisation } from '#app/domain/reorganisation/planning.server'
import { chooseProjects, listProjectMoves } from '#app/domain/reorganisation/projects.server'
import type { LineText } from '#app/domain/reorganisation/reorganisation'
import { scheduleReorganisation } from '#app/domain/reorganisation/scheduling.server'
import type { SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'

/** One that is still a plan, with a line of it, and one that is scheduled. */
export interface Reorganisations {
  readonly draft: { readonly id: number; readonly line: number; readonly version: number }
  readonly scheduled: number
}

/** 税務課 is to be split on 1 April 2028; 広聴課 is scheduled to be there from October 2027 on. */
export async function planTwo(
  world: TestWorld,
  { departments }: SmallTown,
  by: number,
): Promise<Reorganisations> {
  const scheduled = await plan(world, by, '広聴課の新設', '2027-10-01', {
    ...{ kind: 'found', formerIds: [] },
    laters: [{ departmentId: null, code: '020950', name: '広聴課', parentCode: '020000' }],
  })
  await world.act(by, (ctx) => scheduleReorganisation(ctx, { reorganisationId: scheduled, version: 2 }))

  const draft = await plan(world, by, '税務課の分割', '2028-04-01', {
    ...{ kind: 'split', formerIds: [departments.tax] },
    laters: [
      { departmentId: null, code: '010800', name: '市民税課', parentCode: '010000' },
      { departmentId: null, code: '010801', name: '資産税課', parentCode: '010000' },
    ],
  })
  const { lines } = await findReorganisation(world.reader, draft)
  const moves = await listProjectMoves(world.reader, await findReorganisation(world.reader, draft))
  const choices = moves.map(({ projectId, line }) => ({ projectId, laterId: line.laters[0]?.id ?? 0 }))
  await world.act(by, (ctx) => chooseProjects(ctx, { reorganisationId: draft, choices }))
  const { version } = await findReorganisation(world.reader, draft)
  return { draft: { id: draft, line: lines[0]?.id ?? 0, version }, scheduled }
}

/** With one line. */
export async function plan(
  world: TestWorld,
  by: number,
  name: string,
  effectiveOn: string,
  line: LineText,
): Promise<number> {
  const { reorganisationId } = await world.act(by, (ctx) => planReorganisation(ctx, { name, effectiveOn }))
  await world.act(by, (ctx) => addLine(ctx, { reorganisationId, ...line }))
  return reorganisationId
}
