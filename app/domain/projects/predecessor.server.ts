import { firstDayOf, fiscalYearLabel, startOf } from '../calendar'
import type { Ctx } from '../context'
import { RuleBroken } from '../errors'
import type { KeptProject } from './project-text'
import { createProjects } from './registry.server'

/*
 * A 事務事業 is the same through the years by its identity, and its predecessor is the row of that identity in the year
 * before. Another predecessor is another identity, for this year and those after it.
 */

/** The identity behind a code of the year before; a new one for none. Throws RuleBroken for a code that nothing has. */
export async function originOf(
  ctx: Ctx,
  { fiscalYear }: KeptProject,
  predecessorCode: string | null,
): Promise<number | null> {
  if (predecessorCode === null) return null
  const row = await ctx.tx
    .selectFrom('projectYears')
    .select('projectId')
    .where('fiscalYear', '=', fiscalYear - 1)
    .where('code', '=', predecessorCode)
    .executeTakeFirst()
  if (row) return row.projectId
  throw new RuleBroken(
    `番号「${predecessorCode}」の事務事業は、${fiscalYearLabel(fiscalYear - 1)}にありません`,
    'predecessorCode',
  )
}

/**
 * Gives the rows of this year and later another identity, and returns it. Throws RuleBroken where another row goes on from
 * it already, and where something is linked to the one of before: that would no longer be about this 事務事業.
 */
export async function reidentify(ctx: Ctx, kept: KeptProject, origin: number | null): Promise<number> {
  const { projectId: former, fiscalYear } = kept
  if (origin !== null) await insistOnFree(ctx, kept, origin)
  await insistOnUnlinked(ctx, kept)
  const projectId = origin ?? (await createProjects(ctx, 1))[0] ?? 0
  await ctx.tx
    .updateTable('projectYears')
    .set({ projectId })
    .where('projectId', '=', former)
    .where('fiscalYear', '>=', fiscalYear)
    .execute()
  await ctx.tx
    .deleteFrom('projects')
    .where('id', '=', former)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('projectYears').select('id').where('projectId', '=', former))),
    )
    .execute()
  return projectId
}

async function insistOnFree(ctx: Ctx, { fiscalYear }: KeptProject, origin: number): Promise<void> {
  const holder = await ctx.tx
    .selectFrom('projectYears')
    .select(['fiscalYear', 'code', 'name'])
    .where('projectId', '=', origin)
    .where('fiscalYear', '>=', fiscalYear)
    .orderBy('fiscalYear')
    .executeTakeFirst()
  if (!holder) return
  throw new RuleBroken(
    `${fiscalYearLabel(holder.fiscalYear)}の「${holder.code} ${holder.name}」が、その事務事業を引き継いでいます`,
    'predecessorCode',
  )
}

/** What is linked by somebody is meant for the 事務事業 as they saw it. */
async function insistOnUnlinked(ctx: Ctx, { projectId, fiscalYear }: KeptProject): Promise<void> {
  const since = startOf(firstDayOf(fiscalYear))
  const { n } = await ctx.tx
    .selectFrom(
      ctx.tx
        .selectFrom('practiceProjects')
        .innerJoin('practices', 'practices.id', 'practiceProjects.practiceId')
        .select('practices.id')
        .where('practiceProjects.projectId', '=', projectId)
        .where('practices.fiscalYear', '>=', fiscalYear)
        .unionAll(
          ctx.tx
            .selectFrom('proposalProjects')
            .innerJoin('proposals', 'proposals.id', 'proposalProjects.proposalId')
            .select('proposals.id')
            .where('proposalProjects.projectId', '=', projectId)
            .where('proposals.fiscalYear', '>=', fiscalYear),
        )
        .unionAll(
          ctx.tx
            .selectFrom('decisions')
            .select('id')
            .where('targetProjectId', '=', projectId)
            .where('decidedAt', '>=', since),
        )
        .unionAll(
          ctx.tx
            .selectFrom('implementations')
            .select('proposalId as id')
            .where('projectId', '=', projectId)
            .where((eb) => eb.or([eb('completedAt', 'is', null), eb('completedAt', '>=', since)])),
        )
        .unionAll(
          ctx.tx
            .selectFrom('spreads')
            .select('id')
            .where('projectId', '=', projectId)
            .where('stateSince', '>=', since),
        )
        .unionAll(
          ctx.tx
            .selectFrom('countedImprovements')
            .select('improvementId as id')
            .where('projectId', '=', projectId)
            .where('fiscalYear', '>=', fiscalYear),
        )
        .unionAll(
          ctx.tx
            .selectFrom('reorganisationChoices')
            .select('reorganisationId as id')
            .where('projectId', '=', projectId),
        )
        .as('linked'),
    )
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  if (Number(n) === 0) return
  throw new RuleBroken(
    'この年度の改善や提案がひも付いているため、前の年度とのつながりは変えられません。名前、所管、指標の対象は変えられます',
    'predecessorCode',
  )
}
