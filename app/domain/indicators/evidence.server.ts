import type { Ctx } from '../context'
import type { SourceScope } from './candidates.server'
import type { Counted } from './counting'
import { findIdentitiesInYear } from './successors.server'

const rowsAtOnce = 500

/** Takes away what one report or proposal counts for in those years; returns what may have lost its day by it. */
export async function removeEvidence(
  ctx: Ctx,
  scope: SourceScope,
  openYears: readonly number[],
): Promise<Pick<Counted, 'fiscalYear' | 'projectId'>[]> {
  if (openYears.length === 0) return []
  return ctx.tx
    .deleteFrom('countedImprovements')
    .where('fiscalYear', 'in', openYears)
    .where('improvementId', 'in', (eb) =>
      eb
        .selectFrom('improvements')
        .select('id')
        .where((on) =>
          'practiceId' in scope
            ? on('practiceId', '=', scope.practiceId)
            : on('proposalId', '=', scope.proposalId),
        ),
    )
    .returning(['fiscalYear', 'projectId'])
    .execute()
}

/** Under the identity that each project has in the year; two that became one count once. Returns what was written. */
export async function writeEvidence(ctx: Ctx, counted: readonly Counted[]): Promise<Counted[]> {
  const rows = new Map<string, Counted>()
  for (const [fiscalYear, projectIds] of byYear(counted)) {
    const identities = await findIdentitiesInYear(ctx.tx, projectIds, fiscalYear)
    for (const row of counted.filter((one) => one.fiscalYear === fiscalYear)) {
      const projectId = identities.get(row.projectId) ?? row.projectId
      rows.set(`${fiscalYear} ${projectId} ${row.improvementId}`, { ...row, projectId })
    }
  }
  const all = [...rows.values()]
  for (let start = 0; start < all.length; start += rowsAtOnce) {
    await ctx.tx
      .insertInto('countedImprovements')
      .values(all.slice(start, start + rowsAtOnce))
      .execute()
  }
  return all
}

/** Sums the evidence of a year up anew, of these projects or of all: the first day and how many. */
export async function summarise(ctx: Ctx, fiscalYear: number, projectIds?: readonly number[]): Promise<void> {
  await ctx.tx
    .deleteFrom('attainments')
    .where('fiscalYear', '=', fiscalYear)
    .$if(projectIds !== undefined, (query) => query.where('projectId', 'in', projectIds ?? []))
    .execute()
  await ctx.tx
    .insertInto('attainments')
    .columns(['fiscalYear', 'projectId', 'firstOn', 'improvements'])
    .expression((eb) => {
      const counted = eb
        .selectFrom('countedImprovements')
        .select(({ fn }) => [
          'fiscalYear',
          'projectId',
          fn.min<string>('basisOn').as('firstOn'),
          fn.countAll<number>().as('improvements'),
        ])
        .where('fiscalYear', '=', fiscalYear)
        .groupBy(['fiscalYear', 'projectId'])
      return projectIds ? counted.where('projectId', 'in', projectIds) : counted
    })
    .execute()
}

/** The projects of these rows, each once, by year. */
export function byYear(rows: readonly Pick<Counted, 'fiscalYear' | 'projectId'>[]): Map<number, number[]> {
  const years = new Map<number, Set<number>>()
  for (const { fiscalYear, projectId } of rows) {
    years.set(fiscalYear, (years.get(fiscalYear) ?? new Set()).add(projectId))
  }
  return new Map([...years].map(([fiscalYear, projectIds]) => [fiscalYear, [...projectIds]]))
}
