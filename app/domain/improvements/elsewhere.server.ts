import { type Day, fiscalYearOf } from '../calendar'
import type { Ctx, Db } from '../context'
import { together } from '../nested.server'
import { kinAmong } from '../projects/kinship'
import type { Elsewhere } from './library'

/** What an improvement is counted under by its 事務事業. */
export interface Worked {
  /** As the row of the shelf has them. */
  readonly projects: string
  readonly departmentId: number
}

export function keyOfProjects(ids: readonly number[]): string {
  return [...new Set(ids)].sort((a, b) => a - b).join('+')
}

/** Keeps the summary true in the transaction that changes the shelf. */
export async function recountProjects(ctx: Ctx, from: Worked | null, to: Worked): Promise<void> {
  if (from?.projects === to.projects && from.departmentId === to.departmentId) return
  for (const [worked, by] of [
    [from, -1],
    [to, 1],
  ] as const) {
    if (!worked || worked.projects === '') continue
    await ctx.tx
      .insertInto('shelfProjects')
      .values({ projects: worked.projects, departmentId: worked.departmentId, improvements: by })
      .onConflict((conflict) =>
        conflict.columns(['projects', 'departmentId']).doUpdateSet((eb) => ({
          improvements: eb('shelfProjects.improvements', '+', eb.ref('excluded.improvements')),
        })),
      )
      .execute()
  }
}

/** Of a 事務事業 and those like it: what the library finds of other departments than the one that it belongs to. */
export interface CasesElsewhere extends Elsewhere {
  readonly name: string
  readonly departmentName: string
  readonly total: number
}

/**
 * For each of these 事務事業 of a year how many improvements other departments have on the shelf for it or one like it
 * (see `kinAmong`); those that have none are left out. Each improvement counts once. One statement, whatever the size of
 * the shelf: over the names of the year and the summary.
 */
export async function countCasesElsewhere(
  db: Db,
  asked: readonly { readonly projectId: number; readonly departmentId: number }[],
  fiscalYear: number,
): Promise<Map<number, number>> {
  if (asked.length === 0) return new Map()
  const find = finderIn(await listWorked(db, fiscalYear))
  return new Map(
    asked.flatMap(({ projectId, departmentId }) => {
      const { total } = find(projectId, departmentId)
      return total === 0 ? [] : [[projectId, total] as const]
    }),
  )
}

/** The same of one 事務事業 by the latest list that has it, for the library to show. Of one that nobody knows: nothing. */
export async function findCasesElsewhere(db: Db, projectId: number, today: Day): Promise<CasesElsewhere> {
  const worked = await listWorked(db, fiscalYearOf(today), projectId)
  const own = worked.names.find((one) => one.projectId === projectId)
  if (!own) return { name: `事務事業${projectId}`, departmentName: '', projects: [], notBy: 0, total: 0 }
  const { name, departmentName, departmentId } = own
  return { name, departmentName, ...finderIn(worked)(projectId, departmentId) }
}

function finderIn({ names, summary }: Awaited<ReturnType<typeof listWorked>>) {
  const kinOf = kinAmong(names)
  const having = new Map<number, Set<number>>()
  for (const [at, { projects }] of summary.entries()) {
    for (const id of projects.split('+').map(Number)) having.set(id, (having.get(id) ?? new Set()).add(at))
  }
  return (projectId: number, notBy: number): Elsewhere & { total: number } => {
    const rows = [...new Set(kinOf(projectId).flatMap((id) => [...(having.get(id) ?? [])]))]
      .flatMap((at) => summary[at] ?? [])
      .filter(({ departmentId }) => departmentId !== notBy)
    return {
      projects: [...new Set(rows.map(({ projects }) => projects))],
      notBy,
      total: rows.reduce((sum, { improvements }) => sum + improvements, 0),
    }
  }
}

/**
 * The 事務事業 of that year, or of the latest up to it in which one of them was there; and the summary of the shelf. In one
 * statement, for the pages that need both have others to ask.
 */
function listWorked(db: Db, fiscalYear: number, of?: number) {
  return together(db, {
    names: db
      .selectFrom('projectYears')
      .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
      .select(['projectYears.projectId', 'projectYears.name', 'projectYears.measureCode'])
      .select(['projectYears.departmentId', 'departments.name as departmentName'])
      .where('projectYears.fiscalYear', '=', (eb) =>
        of === undefined
          ? eb.val(fiscalYear)
          : eb
              .selectFrom('projectYears as known')
              .select(({ fn }) => fn.max('known.fiscalYear').as('latest'))
              .where('known.projectId', '=', of)
              .where('known.fiscalYear', '<=', fiscalYear)
              .$asScalar(),
      ),
    summary: db
      .selectFrom('shelfProjects')
      .select(['projects', 'departmentId', 'improvements'])
      .where('improvements', '>', 0),
  })
}
