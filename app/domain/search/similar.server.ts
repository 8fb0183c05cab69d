import { sql } from 'kysely'
import type { Db } from '../context'
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
  const proposals = await listProposals(db, actor, sought)
  const ids = await listImprovementIds(db, sought)
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
async function listProposals(db: Db, actor: Actor, { proposalId, projectIds }: Sought): Promise<Candidate[]> {
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
  const latest = await readable.execute()
  const ofProjects =
    projectIds.length === 0
      ? []
      : await readable
          .where('proposals.id', 'in', (eb) =>
            eb.selectFrom('proposalProjects').select('proposalId').where('projectId', 'in', projectIds),
          )
          .execute()
  const distinct = new Map([...latest, ...ofProjects].map((row) => [row.id, row]))
  return [...distinct.values()].map((row) => ({ kind: 'proposal', ...row }))
}

/** Those that share the most telling words, a word that few have counting more. */
async function listImprovementIds(db: Db, { title, situation, projectIds }: Sought): Promise<number[]> {
  const words = keyWordsOf(`${title}\n${situation}`, wordsLookedUp)
  const hits = await listHits(db, words)
  const perWord = new Map<number, number>()
  for (const { word } of hits) perWord.set(word, (perWord.get(word) ?? 0) + 1)
  const scores = new Map<number, number>()
  for (const { word, id } of hits) {
    scores.set(id, (scores.get(id) ?? 0) + Math.log(1 + hitsOfWord / (perWord.get(word) ?? 1)))
  }
  const ofProjects = projectIds.length === 0 ? [] : await listIdsOfProjects(db, projectIds)
  const ranked = [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id)
  return [...new Set([...ofProjects, ...ranked])].slice(0, mostCompared)
}

/** Some of each word, in one statement: the newest on SQLite, the first it meets on PostgreSQL, which would have to sort all. */
async function listHits(db: Db, words: readonly string[]): Promise<{ word: number; id: number }[]> {
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
  if (lookUps.length === 0) return []
  const { rows } = await sql<{ word: number; id: number }>`${sql.join(lookUps, sql` union all `)}`.execute(db)
  return rows
}

async function listIdsOfProjects(db: Db, projectIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('countedImprovements')
    .select('improvementId')
    .distinct()
    .where('projectId', 'in', projectIds)
    .orderBy('improvementId', 'desc')
    .limit(hitsOfWord)
    .execute()
  return rows.map(({ improvementId }) => improvementId)
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
