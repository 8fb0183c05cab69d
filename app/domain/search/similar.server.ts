import { sql } from 'kysely'
import type { Db } from '../context'
import { keysOf, together } from '../nested.server'
import { type Actor, isSecretariat } from '../organisation/actor'
import { isPostgres } from '../dialect.server'
import { keyWordsOf } from './key-words'
import { mostAlike } from './likeness'
import { fts5Match, readQuery, tsQuery } from './query'

export interface Similar {
  readonly kind: 'proposal' | 'improvement'
  readonly id: number
  readonly title: string
  readonly fiscalYear: number
  readonly departmentName: string | null
  /** How many more say nearly the same. */
  readonly more: number
}

export interface Sought {
  /** Left out of the comparison. */
  readonly proposalId: number | null
  readonly title: string
  readonly situation: string
  readonly projectIds: readonly number[]
}

/** Words looked up in the index, hits taken of each, and of all of them compared in full: what bounds the work. */
const wordsLookedUp = 20
const hitsOfWord = 100
const mostCompared = 300
const mostProposals = 120

/**
 * Proposals and improvements that look alike, the most alike first, at most five. Only what the reader may open
 * anyway is compared, so that the list gives no hint of what is under review; the secretariat compares with all.
 */
export async function listSimilarSeenBy(db: Db, actor: Actor, sought: Sought): Promise<Similar[]> {
  if (sought.title === '' && sought.situation === '') return []
  const { latest, ofProjects, hits, counted } = await together(db, {
    ...proposalQueries(db, actor, sought),
    hits: hitsOf(db, keyWordsOf(`${sought.title}\n${sought.situation}`, wordsLookedUp)),
    counted: countedFor(db, sought.projectIds),
  })
  const ids = mostTelling(
    counted.map(({ improvementId }) => improvementId),
    hits,
  )
  const proposals = distinct([...latest, ...ofProjects])
  const improvements = ids.length === 0 ? [] : await listImprovements(db, ids)
  const known = new Set(proposals.map(({ id }) => id))
  const candidates = [
    ...proposals,
    ...improvements.filter(
      ({ kind, id }) => kind === 'improvement' || (!known.has(id) && id !== sought.proposalId),
    ),
  ]
  return mostAlike({ title: sought.title, text: sought.situation }, candidates).map(
    ({ candidate: { text: _text, ...similar }, more }) => ({ ...similar, more }),
  )
}

interface Candidate extends Omit<Similar, 'more'> {
  readonly text: string
}

/** The latest, and those for the same projects: also what is on no shelf, because it was not adopted or not yet. */
function proposalQueries(db: Db, actor: Actor, { proposalId, projectIds }: Sought) {
  const readable = db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select([
      'proposals.id',
      'proposals.title',
      'proposals.fiscalYear',
      'proposals.currentSituation as text',
      'departments.name as departmentName',
    ])
    .where('proposals.id', '<>', proposalId ?? 0)
    .where(isSecretariat(actor) ? 'proposals.submittedAt' : 'proposals.notifiedAt', 'is not', null)
    .orderBy('proposals.id', 'desc')
    .limit(mostProposals)
  return {
    latest: readable,
    ofProjects: readable.where('proposals.id', 'in', (eb) =>
      eb.selectFrom('proposalProjects').select('proposalId').where('projectId', 'in', keysOf(projectIds)),
    ),
  }
}

function distinct(rows: readonly Omit<Candidate, 'kind'>[]): Candidate[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()].map((row) => ({ kind: 'proposal', ...row }))
}

interface Hit {
  readonly word: number
  readonly id: number
}

/** Those for the same projects, and then those that share the most telling words, a word that few have counting more. */
function mostTelling(ofProjects: readonly number[], hits: readonly Hit[]): number[] {
  const perWord = new Map<number, number>()
  for (const { word } of hits) perWord.set(word, (perWord.get(word) ?? 0) + 1)
  const scores = new Map<number, number>()
  for (const { word, id } of hits) {
    scores.set(id, (scores.get(id) ?? 0) + Math.log(1 + hitsOfWord / (perWord.get(word) ?? 1)))
  }
  const ranked = [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id)
  return [...new Set([...ofProjects, ...ranked])].slice(0, mostCompared)
}

/** Some of each word: the newest on SQLite, the first it meets on PostgreSQL, which would have to sort all. */
function hitsOf(db: Db, words: readonly string[]) {
  const lookUps = words.flatMap((text, word) => {
    const query = readQuery(text)
    if (!query) return []
    const hits = isPostgres(db)
      ? sql`select "improvementId" as "id" from "improvementTexts"
            where "bigrams" @@ ${tsQuery(query, [])}::tsquery limit ${sql.lit(hitsOfWord)}`
      : sql`select rowid as "id" from "improvementIndex"
            where "improvementIndex" match ${fts5Match(query, [])} order by rowid desc limit ${sql.lit(hitsOfWord)}`
    return [sql`select ${sql.lit(word)} as "word", "id" from (${hits}) as ${sql.ref(`hits${word}`)}`]
  })
  const all =
    lookUps.length === 0
      ? sql`select 0 as "word", 0 as "id" where 1 = 0`
      : sql.join(lookUps, sql` union all `)
  return db.selectFrom(sql<Hit>`(${all})`.as('found')).select(['found.word', 'found.id'])
}

function countedFor(db: Db, projectIds: readonly number[]) {
  return db
    .selectFrom('countedImprovements')
    .select('improvementId')
    .distinct()
    .where('projectId', 'in', keysOf(projectIds))
    .orderBy('improvementId', 'desc')
    .limit(hitsOfWord)
}

/** What came of a proposal is listed as that proposal: there one can follow it. */
async function listImprovements(db: Db, ids: readonly number[]): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('improvements')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .leftJoin('practices', 'practices.id', 'improvements.practiceId')
    .leftJoin('proposals', 'proposals.id', 'improvements.proposalId')
    .select([
      'improvements.id',
      'improvements.proposalId',
      'improvements.title',
      'improvements.fiscalYear',
      'departments.name as departmentName',
      'practices.before',
      'practices.change',
      'proposals.currentSituation',
    ])
    .where('improvements.id', 'in', ids)
    .execute()
  return rows.map(({ id, proposalId, before, change, currentSituation, ...row }) => ({
    ...row,
    kind: proposalId === null ? 'improvement' : 'proposal',
    id: proposalId ?? id,
    text: [before, change, currentSituation].filter(Boolean).join('\n'),
  }))
}
