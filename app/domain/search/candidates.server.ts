import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { isPostgres } from '../dialect.server'
import { keysOf, together } from '../nested.server'
import { type Actor, isSecretariat } from '../organisation/actor'
import { bureauOn } from '../organisation/bureau-of-day.server'
import { keyWordsOf } from './key-words'
import type { Place, Work } from './nearness'
import { fts5Match, readQuery, tsQuery } from './query'
import type { Matter, Sought } from './similar.server'

/** Words looked up in the index, hits taken of each, and of all of them compared in full: what bounds the work. */
const wordsLookedUp = 20
const hitsOfWord = 100
const mostCompared = 400
const mostProposals = 120
/** Of the bureaus that the matter is about, the latest: the same work is often described in other words. */
const mostOfBureaus = 200
const mostDepartments = 5

export interface Candidate extends Matter, Work {
  readonly text: string
}

/**
 * What is worth comparing in full, in two statements: of proposals and of the shelf what is about the same projects, what
 * the same bureaus did last, and what has telling words in common; and the places that the matter is about.
 */
export async function listCandidatesSeenBy(
  db: Db,
  actor: Actor,
  sought: Sought,
): Promise<{ candidates: Candidate[]; ours: Place[] }> {
  const { latest, ofProjects, before, hits, counted, ofBureaus, ours } = await together(db, {
    ...proposalQueries(db, actor, sought),
    before: writtenBefore(db, actor, sought),
    hits: hitsOf(db, keyWordsOf(`${sought.title}\n${sought.text}`, wordsLookedUp)),
    counted: countedFor(db, sought.projectIds),
    ofBureaus: latestOf(db, sought.departmentIds, actor.today),
    ours: places(db, sought.departmentIds, actor.today),
  })
  const related = [...counted.map(({ improvementId }) => improvementId), ...ofBureaus.map(({ id }) => id)]
  const ids = mostTelling(related, hits)
  const proposals = distinct([...latest, ...ofProjects])
  const improvements = ids.length === 0 ? [] : await listImprovements(db, ids)
  const known = new Set(proposals.map(({ id }) => id))
  const candidates = [
    ...proposals,
    ...improvements.filter(({ kind, id }) => kind === 'improvement' || !known.has(id)),
  ]
  return { candidates: candidates.filter((candidate) => !isOwn(candidate, sought, before)), ours }
}

/** The bureau of today, which a section may have gone along with. */
const bureau = (today: Day) =>
  sql<number>`coalesce(${bureauOn('departments', today)}, "departments"."id")`.as('bureauId')

function places(db: Db, departmentIds: readonly number[], today: Day) {
  return db
    .selectFrom('departments')
    .select(['departments.id', bureau(today)])
    .where('departments.id', 'in', keysOf(departmentIds))
}

/** Bureau by bureau: the index gives the latest of one without looking at the others, of several it would sort them all. */
function latestOf(db: Db, departmentIds: readonly number[], today: Day) {
  const first = keysOf(departmentIds.slice(0, mostDepartments))
  const latest = first.map((departmentId) =>
    db
      .selectFrom('improvements')
      .select('improvements.id')
      .where('improvements.bureauId', '=', (eb) =>
        eb
          .selectFrom('departments')
          .select(bureau(today))
          .where('departments.id', '=', departmentId)
          .$asScalar(),
      )
      .orderBy('improvements.id', 'desc')
      .limit(Math.ceil(mostOfBureaus / first.length)),
  )
  const all = latest.map((query, at) => db.selectFrom(query.as(`latest${at}`)).select('id'))
  return all.reduce((before, next) => before.unionAll(next))
}

/** The latest, and those for the same projects: also what is on no shelf, because it was not adopted or not yet. */
function proposalQueries(db: Db, actor: Actor, { projectIds }: Sought) {
  const readable = db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select([
      'proposals.id',
      'proposals.title',
      'proposals.fiscalYear',
      'proposals.currentSituation',
      'proposals.proposal',
      'proposals.effectTags',
      'departments.name as departmentName',
      'departments.id as departmentId',
    ])
    .select(bureauOn('departments', actor.today).as('bureauId'))
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

/**
 * The proposals that the reader wrote and then proposed anew, back from the one asked about. Only of the reader's own: what
 * is missing from a list must not tell who wrote a proposal whose names are hidden.
 */
function writtenBefore(db: Db, actor: Actor, { own }: Sought) {
  const isReaders = (id: string) => sql`exists (
    select 1 from "authorships"
    where "authorships"."proposalId" = ${sql.ref(id)} and "authorships"."personId" = ${actor.personId})`
  const first = own?.kind === 'proposal' ? own.id : 0
  const line = sql<{ id: number }>`(
    with recursive "line" ("id", "previousId") as (
      select "id", "previousId" from "proposals" where "id" = ${first} and ${isReaders('proposals.id')}
      union
      select "proposals"."id", "proposals"."previousId" from "line"
      inner join "proposals" on "proposals"."id" = "line"."previousId"
    )
    select "id" from "line"
  )`
  return db.selectFrom(line.as('before')).select('before.id')
}

function isOwn({ kind, id }: Candidate, { own }: Sought, before: readonly { id: number }[]): boolean {
  return (kind === own?.kind && id === own.id) || (kind === 'proposal' && before.some((one) => one.id === id))
}

interface ProposalRow extends Omit<Candidate, 'kind' | 'text'> {
  readonly currentSituation: string
  readonly proposal: string
}

function distinct(rows: readonly ProposalRow[]): Candidate[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()].map((row) => ({
    ...row,
    kind: 'proposal',
    text: `${row.currentSituation}\n${row.proposal}`,
  }))
}

interface Hit {
  readonly word: number
  readonly id: number
}

/** Those related anyway, and then those that share the most telling words, a word that few have counting more. */
function mostTelling(related: readonly number[], hits: readonly Hit[]): number[] {
  const perWord = new Map<number, number>()
  for (const { word } of hits) perWord.set(word, (perWord.get(word) ?? 0) + 1)
  const scores = new Map<number, number>()
  for (const { word, id } of hits) {
    scores.set(id, (scores.get(id) ?? 0) + Math.log(1 + hitsOfWord / (perWord.get(word) ?? 1)))
  }
  const ranked = [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id)
  return [...new Set([...related, ...ranked])].slice(0, mostCompared)
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

/** The latest; ordered by a sum, since SQLite would rather walk the whole index in that order than look the projects up. */
function countedFor(db: Db, projectIds: readonly number[]) {
  return db
    .selectFrom('countedImprovements')
    .select('improvementId')
    .where('projectId', 'in', keysOf(projectIds))
    .orderBy(sql`"improvementId" + 0`, 'desc')
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
      'improvements.departmentId',
      'improvements.bureauId',
      'improvements.effectTags',
      'practices.before',
      'practices.change',
      'proposals.currentSituation',
      'proposals.proposal',
    ])
    .where('improvements.id', 'in', ids)
    .execute()
  return rows.map(({ id, proposalId, before, change, currentSituation, proposal, ...row }) => ({
    ...row,
    kind: proposalId === null ? 'improvement' : 'proposal',
    id: proposalId ?? id,
    text: [before, change, currentSituation, proposal].filter(Boolean).join('\n'),
  }))
}
