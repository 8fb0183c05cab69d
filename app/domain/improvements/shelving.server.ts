import type { Ctx } from '../context'
import { effectTagsOf } from '../effects'
import type { Logged } from '../events/event'
import type { Description } from './description.server'
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
  const improvementId = await write(ctx, source, description)
  await writeTags(ctx, improvementId, description)
}

async function write(ctx: Ctx, source: ShelvedSource, description: Description): Promise<number> {
  const shelved = await ctx.tx
    .selectFrom('improvements')
    .select('id')
    .where((eb) =>
      source.practiceId === undefined
        ? eb('proposalId', '=', source.proposalId)
        : eb('practiceId', '=', source.practiceId),
    )
    .executeTakeFirst()
  if (shelved) {
    await ctx.tx.updateTable('improvements').set(description).where('id', '=', shelved.id).execute()
    return shelved.id
  }
  const { id } = await ctx.tx
    .insertInto('improvements')
    .values({ ...description, publishedOn: ctx.today })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function writeTags(
  ctx: Ctx,
  improvementId: number,
  { effectTags, fiscalYear }: Description,
): Promise<void> {
  await ctx.tx.deleteFrom('improvementTags').where('improvementId', '=', improvementId).execute()
  const tags = effectTagsOf(effectTags ?? '[]')
  if (tags.length === 0) return
  await ctx.tx
    .insertInto('improvementTags')
    .values(tags.map((tag) => ({ tag, improvementId, fiscalYear })))
    .execute()
}
