import { fingerprintOf, listCarryOvers } from '#app/domain/projects/carry-over-lookup.server'
import { importProjects } from '#app/domain/projects/registry.server'
import type { TestWorld } from '#tests/support/world.server'

/** A 事務事業 of 2025 that nobody carried over into 2026, and what the check page shows of that. */
export interface Left {
  readonly projectYear: number
  readonly seen: string
}

export async function leaveOne(world: TestWorld, by: number): Promise<Left> {
  const line = {
    ...{ code: '900', name: '広報事業', departmentCode: '020100', measureCode: null, measureName: null },
    ...{ inScope: 1 as const, excludedReason: null, predecessorCode: null },
  }
  await world.act(by, (ctx) => importProjects(ctx, 2025, [line]))
  const open = (await listCarryOvers(world.reader, 2026)).filter(({ state }) => state === 'open')
  return { projectYear: open[0]?.projectYearId ?? 0, seen: fingerprintOf(open) }
}
