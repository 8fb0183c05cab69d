import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { isPostgres } from '../dialect.server'
import { keysOf } from '../nested.server'
import type { Actor } from '../organisation/actor'
import { bureauOn } from '../organisation/bureau-of-day.server'
import type { Candidate } from './candidates.server'
import { keyWordsOf } from './key-words'
import { fts5Match, readQuery, tsQuery } from './query'
import type { Sought } from './similar.server'

/** Words looked up in the index, hits taken of each, and of all of them compared in full: what bounds the work. */
const wordsLookedUp = 20
const hitsOfWord = 100
const mostCompared = 400
/** Of the bureaus that the matter is about, the latest: the same work is often described in other words. */
const mostOfBureaus = 200
const mostDepartments = 5

/** What of the shelf may be alike, as lists to be asked together; and the places that the matter is about. */
export function shelfQueries(db: Db, { today }: Actor, { title, text, projectIds, departmentIds }: Sought) {
  return {
    hits: hitsOf(db, keyWordsOf(`${title}\n${text}`, wordsLookedUp)),
    counted: countedFor(db, projectIds),
    ofBureaus: latestOf(db, departmentIds, today),
    ours: places(db, departmentIds, today),
  }
}

interface Related {
  readonly hits: readonly Hit[]
  readonly counted: readonly { readonly improvementId: number }[]
  readonly ofBureaus: readonly { readonly id: number }[]
}

/** Of what was found, the most telling in full. One statement. */
export async function listOfShelf(db: Db, { hits, counted, ofBureaus }: Related): Promise<ShelfRow[]> {
  const related = [...counted.map(({ improvementId }) => improvementId), ...ofBureaus.map(({ id }) => id)]
  const ids = mostTelling(related, hits)
  return ids.length === 0 ? [] : selectImprovements(db, ids).execute()
}

function selectImprovements(db: Db, ids: readonly number[]) {
  return db
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
}

export type ShelfRow = Awaited<ReturnType<ReturnType<typeof selectImprovements>['execute']>>[number]

export function asImprovement({
  proposalId: _proposalId,
  before,
  change,
  currentSituation,
  proposal,
  ...row
}: ShelfRow): Candidate {
  return {
    ...row,
    kind: 'improvement',
    text: [before, change, currentSituation, proposal].filter(Boolean).join('\n'),
  }
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
