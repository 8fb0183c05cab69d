import type { Ctx } from '../context'
import type { Logged } from '../events/event'
import type { Description } from './description.server'
import { keyOfProjects, recountProjects } from './elsewhere.server'
import { termsOfShelved } from './library'
import { listMeasuresOf } from './measures.server'
import { listProjectsOfImprovement } from './projects-of-improvement.server'
import { recount, type Standing } from './shelf-counts.server'
import { type ShelvedSource, shelvedSource } from './shelf'
import { describePractice } from './shelved-practice.server'
import { describeProposal } from './shelved-proposal.server'

/**
 * Puts on the shelf what was confirmed or adopted, and keeps its row true to what happens afterwards. The library
 * reads nothing else for its lists.
 */
export async function shelve(ctx: Ctx, event: Logged): Promise<void> {
  const source = shelvedSource(event)
  if (!source) return
  const description =
    source.practiceId === undefined
      ? await describeProposal(ctx.tx, source.proposalId)
      : await describePractice(ctx.tx, source.practiceId)
  if (!description) return
  const shelved = await findStanding(ctx, source)
  const improvementId = await write(ctx, shelved?.id ?? null, description)
  const { fiscalYear, departmentId } = description
  const linked = await listProjectsOfImprovement(ctx.tx, { id: improvementId, fiscalYear })
  const projectIds = linked.map(({ id }) => id)
  const projects = await writeProjects(ctx, improvementId, projectIds)
  const measures = await listMeasuresOf(ctx.tx, { projectIds, fiscalYear })
  const terms = termsOfShelved(description, measures)
  await writeTerms(ctx, improvementId, fiscalYear, terms)
  await recount(ctx, shelved, { ...description, terms })
  await recountProjects(ctx, shelved, { projects, departmentId })
}

async function findStanding(
  ctx: Ctx,
  source: ShelvedSource,
): Promise<(Standing & { id: number; projects: string }) | null> {
  const row = await ctx.tx
    .selectFrom('improvements')
    .select(['id', 'fiscalYear', 'departmentId', 'bureauId', 'projects'])
    .where((eb) =>
      source.practiceId === undefined
        ? eb('proposalId', '=', source.proposalId)
        : eb('practiceId', '=', source.practiceId),
    )
    .executeTakeFirst()
  if (!row) return null
  const terms = await ctx.tx
    .selectFrom('improvementTags')
    .select('tag')
    .where('improvementId', '=', row.id)
    .execute()
  return { ...row, terms: terms.map(({ tag }) => tag) }
}

async function write(ctx: Ctx, shelvedId: number | null, description: Description): Promise<number> {
  if (shelvedId !== null) {
    await ctx.tx.updateTable('improvements').set(description).where('id', '=', shelvedId).execute()
    return shelvedId
  }
  const { id } = await ctx.tx
    .insertInto('improvements')
    .values({ ...description, publishedOn: ctx.today })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function writeProjects(ctx: Ctx, improvementId: number, ids: readonly number[]): Promise<string> {
  const projects = keyOfProjects(ids)
  await ctx.tx.updateTable('improvements').set({ projects }).where('id', '=', improvementId).execute()
  return projects
}

async function writeTerms(
  ctx: Ctx,
  improvementId: number,
  fiscalYear: number,
  terms: readonly string[],
): Promise<void> {
  await ctx.tx.deleteFrom('improvementTags').where('improvementId', '=', improvementId).execute()
  if (terms.length === 0) return
  await ctx.tx
    .insertInto('improvementTags')
    .values(terms.map((tag) => ({ tag, improvementId, fiscalYear })))
    .execute()
}
