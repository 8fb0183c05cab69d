import { sql } from 'kysely'
import type { Ctx, Db } from '../context'
import { effectTagsOf } from '../effects'
import type { Logged } from '../events/event'
import { type ShelvedSource, shelvedSource } from '../improvements/shelf'
import { termsOf } from './bigrams'
import { isPostgres } from '../dialect.server'
import { marksOf } from './marks'

/** Keeps the text index true to the shelf, in the transaction that changed it: a search misses nothing it shows. */
export async function index(ctx: Ctx, event: Logged): Promise<void> {
  const source = shelvedSource(event)
  const found = source && (await findTerms(ctx.tx, source))
  if (found) await writeTerms(ctx.tx, found.improvementId, found.terms)
}

/** What is to be found of one improvement, as it stands on the shelf; undefined while it is not there. */
export async function findTerms(
  db: Db,
  source: ShelvedSource,
): Promise<{ improvementId: number; terms: string[] } | undefined> {
  const shelved = await findShelved(db, source)
  return shelved && { improvementId: shelved.id, terms: [...termsOf(shelved.text), ...shelved.marks] }
}

/** Replaces the terms of one improvement. Text is indexed as a whole, so that several words may lie in any part of it. */
export async function writeTerms(db: Db, improvementId: number, terms: readonly string[]): Promise<void> {
  await (isPostgres(db)
    ? sql`
        insert into "improvementTexts" ("improvementId", "bigrams")
        values (${improvementId}, ${tsVector(terms)}::tsvector)
        on conflict ("improvementId") do update set "bigrams" = excluded."bigrams"
      `.execute(db)
    : sql`
        insert or replace into "improvementIndex" (rowid, "bigrams") values (${improvementId}, ${terms.join(' ')})
      `.execute(db))
}

async function findShelved(db: Db, source: ShelvedSource) {
  const row = await db
    .selectFrom('improvements')
    .leftJoin('practices', 'practices.id', 'improvements.practiceId')
    .leftJoin('proposals', 'proposals.id', 'improvements.proposalId')
    .select([
      'improvements.id',
      'improvements.fiscalYear',
      'improvements.departmentId',
      'improvements.bureauId',
      'improvements.effectTags',
      'improvements.title',
      'practices.before',
      'practices.change',
      'proposals.currentSituation',
      'proposals.proposal',
      'proposals.expectedEffect',
    ])
    .where((eb) =>
      source.practiceId === undefined
        ? eb('improvements.proposalId', '=', source.proposalId)
        : eb('improvements.practiceId', '=', source.practiceId),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const texts = [row.title, row.before, row.change, row.currentSituation, row.proposal, row.expectedEffect]
  return {
    id: row.id,
    text: texts.filter(Boolean).join('\n'),
    marks: marksOf({ ...row, effectTags: effectTagsOf(row.effectTags) }),
  }
}

/** Positions make phrases findable; PostgreSQL counts them up to 16,383. */
function tsVector(terms: readonly string[]): string {
  const lastPosition = 16_383
  return terms.map((term, at) => `'${term}':${Math.min(at + 1, lastPosition)}`).join(' ')
}
