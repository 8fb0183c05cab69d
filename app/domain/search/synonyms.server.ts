import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { type Actor, isSecretariat } from '../organisation/actor'
import { no, type Verdict, yes } from '../verdict'
import { readSynonyms, type Synonyms } from './synonyms'

export function maySetSynonyms(actor: Actor): Verdict {
  return isSecretariat(actor) ? yes : no('同義語を決めるのは事務局です。')
}

/** The office's synonyms, a bounded few; in one statement. */
export async function listSynonyms(db: Db): Promise<Synonyms> {
  const rows = await db.selectFrom('synonyms').select(['words']).orderBy('id').execute()
  return rows.map(({ words }) => JSON.parse(words) as string[])
}

/** Replaces the whole list. Searches follow at once: synonyms are looked up, not indexed. Throws RuleBroken. */
export async function setSynonyms(ctx: Ctx, { text }: { text: string }): Promise<void> {
  insist(maySetSynonyms(ctx.actor))
  const { groups, problems } = readSynonyms(text)
  const [problem] = problems
  if (problem) throw new RuleBroken(problem, 'text')
  await ctx.tx.deleteFrom('synonyms').execute()
  if (groups.length > 0) {
    await ctx.tx
      .insertInto('synonyms')
      .values(groups.map((words) => ({ words: JSON.stringify(words) })))
      .execute()
  }
  ctx.happened({ kind: 'synonyms.set', groups: groups.length })
}
