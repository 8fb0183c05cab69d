import type { Ctx } from '#app/domain/context'
import { departmentIds } from '#app/domain/organisation/departments.server'
import { findReorganisation } from '#app/domain/reorganisation/lookup.server'
import { addLine, planReorganisation } from '#app/domain/reorganisation/planning.server'
import type { LaterText, LineText } from '#app/domain/reorganisation/reorganisation'
import { scheduleReorganisation } from '#app/domain/reorganisation/scheduling.server'
import type { DepartmentLine, SuccessorLine } from '#app/domain/organisation/departments.server'

interface Lists {
  readonly departments: readonly DepartmentLine[]
  readonly successors: readonly SuccessorLine[]
}

/** The departments as they were before anything was reorganised. */
export function departmentsBefore({ departments, successors }: Lists): DepartmentLine[] {
  const later = new Set(successors.map(({ toCode }) => toCode))
  const former = new Set(successors.map(({ fromCode }) => fromCode))
  return departments
    .filter(({ code }) => !later.has(code))
    .map((line) => (former.has(line.code) ? { ...line, validTo: null } : line))
}

/**
 * 組織改正 of each day in the list, planned and scheduled as an administrator would. `choose` is for what has to be said in
 * between: where the projects of a section that is split go.
 */
export async function reorganise(
  ctx: Ctx,
  lists: Lists,
  choose?: (reorganisationId: number) => Promise<void>,
): Promise<void> {
  for (const effectiveOn of new Set(lists.successors.map((line) => line.effectiveOn))) {
    const { reorganisationId } = await planReorganisation(ctx, {
      ...{ name: `令和${Number(effectiveOn.slice(0, 4)) - 2018}年度組織改正`, effectiveOn },
    })
    for (const line of await linesOf(ctx, lists, effectiveOn)) {
      await addLine(ctx, { reorganisationId, ...line })
    }
    await choose?.(reorganisationId)
    const { version } = await findReorganisation(ctx.tx, reorganisationId)
    await scheduleReorganisation(ctx, { reorganisationId, version })
  }
}

/** What goes into one department is one line, and so is what comes out of one. */
async function linesOf(ctx: Ctx, { departments, successors }: Lists, day: string): Promise<LineText[]> {
  const ids = await departmentIds(ctx.tx)
  const ofDay = successors.filter(({ effectiveOn }) => effectiveOn === day)
  const groups = new Map<string, SuccessorLine[]>()
  for (const edge of ofDay) {
    const key = edge.kind === 'split' ? `from ${edge.fromCode}` : `to ${edge.toCode}`
    groups.set(key, [...(groups.get(key) ?? []), edge])
  }
  return [...groups.values()].map((edges) => ({
    kind: edges[0]?.kind ?? 'rename',
    formerIds: [...new Set(edges.map(({ fromCode }) => ids.get(fromCode) ?? 0))],
    laters: [...new Set(edges.map(({ toCode }) => toCode))].map((code) => laterOf(code, departments)),
  }))
}

function laterOf(code: string, departments: readonly DepartmentLine[]): LaterText {
  const line = departments.find((one) => one.code === code)
  return { departmentId: null, code, name: line?.name ?? '', parentCode: line?.parentCode ?? null }
}
