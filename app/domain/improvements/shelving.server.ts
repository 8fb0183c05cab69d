import type { Ctx } from '../context'
import type { Logged } from '../events/event'
import type { Description } from './description.server'
import { termsOfShelved } from './library'
import { listMeasuresOfImprovement } from './measures.server'
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
  const measures = await listMeasuresOfImprovement(ctx.tx, {
    id: improvementId,
    fiscalYear: description.fiscalYear,
  })
  const terms = termsOfShelved(description, measures)
  await writeTerms(ctx, improvementId, description.fiscalYear, terms)
  await recount(ctx, shelved, { ...description, terms })
}

async function findStanding(ctx: Ctx, source: ShelvedSource): Promise<(Standing & { id: number }) | null> {
  const row = await ctx.tx
    .selectFrom('improvements')
    .select(['id', 'fiscalYear', 'departmentId', 'bureauId'])
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
