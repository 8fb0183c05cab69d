import { findReorganisation } from '#app/domain/reorganisation/lookup.server'
import { addLine, planReorganisation } from '#app/domain/reorganisation/planning.server'
import type { LaterText, LineText } from '#app/domain/reorganisation/reorganisation'
import { scheduleReorganisation } from '#app/domain/reorganisation/scheduling.server'
import type { TestWorld } from '#tests/support/world.server'

/** A new department as it is typed. */
export function fresh(code: string, name: string, parentCode: string | null): LaterText {
  return { departmentId: null, code, name, parentCode }
}

export function there(departmentId: number): LaterText {
  return { departmentId, code: '', name: '', parentCode: null }
}

export async function planned(
  world: TestWorld,
  by: number,
  effectiveOn: string,
  lines: readonly LineText[],
): Promise<number> {
  const { reorganisationId } = await world.act(by, (ctx) =>
    planReorganisation(ctx, { name: '組織改正', effectiveOn }),
  )
  for (const line of lines) await world.act(by, (ctx) => addLine(ctx, { reorganisationId, ...line }))
  return reorganisationId
}

/** As it stands at this moment. */
export async function schedule(world: TestWorld, by: number, reorganisationId: number): Promise<void> {
  const { version } = await findReorganisation(world.reader, reorganisationId)
  await world.act(by, (ctx) => scheduleReorganisation(ctx, { reorganisationId, version }))
}
