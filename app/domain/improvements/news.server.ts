import { sql } from 'kysely'
import { addDays, type Day, daysOfMonth, type Month, monthOf, startOf } from '../calendar'
import type { Db } from '../context'

/** One issue of カイゼンニュース: what all staff may know of a month. */
export interface News {
  readonly month: Month
  readonly counts: {
    readonly practices: number
    readonly proposals: number
    readonly departments: number
    /** ありがとう by whoever. */
    readonly thanks: number
  }
  readonly improvements: readonly NewsImprovement[]
  /** Notified in the month, whatever was decided. */
  readonly decided: Awaited<ReturnType<typeof listDecided>>
  /** Taken up by another department and carried out there. */
  readonly spread: Awaited<ReturnType<typeof listSpread>>
}

export type NewsImprovement = Awaited<ReturnType<typeof listNewest>>[number]

/** So much fits on two sheets of A4. */
const improvementsOfBureau = 2
const mostListed = 20

/** One issue, in four statements. A month of which nothing is known has an empty one. */
export async function findNews(db: Db, month: Month): Promise<News> {
  const { first, last } = daysOfMonth(month)
  const published = { from: first, until: last }
  const happened = { from: startOf(first), until: startOf(addDays(last, 1)) }
  return {
    month,
    counts: await countAll(db, published, happened),
    improvements: await listNewest(db, published),
    decided: await listDecided(db, happened),
    spread: await listSpread(db, happened),
  }
}

/** The months of the first and of the latest improvement on the shelf; null for an empty library. */
export async function findNewsMonths(db: Db): Promise<{ first: Month; latest: Month } | null> {
  const oneEnd = (order: 'asc' | 'desc') =>
    db.selectFrom('improvements').select('publishedOn').orderBy('publishedOn', order).limit(1)
  const { rows } = await sql<{ first: Day | null; latest: Day | null }>`
    select (${oneEnd('asc')}) as "first", (${oneEnd('desc')}) as "latest"`.execute(db)
  const { first, latest } = rows[0] ?? {}
  return first && latest ? { first: monthOf(first), latest: monthOf(latest) } : null
}

interface Span {
  readonly from: string
  readonly until: string
}

async function countAll(db: Db, published: Span, happened: Span): Promise<News['counts']> {
  return db
    .selectFrom('improvements')
    .select(({ fn }) => [
      fn.count<number>('practiceId').as('practices'),
      fn.count<number>('proposalId').as('proposals'),
      fn.count<number>('departmentId').distinct().as('departments'),
      fn.coalesce(thanksIn(db, happened), sql<number>`0`).as('thanks'),
    ])
    .where('publishedOn', '>=', published.from)
    .where('publishedOn', '<=', published.until)
    .executeTakeFirstOrThrow()
}

function thanksIn(db: Db, { from, until }: Span) {
  return db
    .selectFrom('remarks')
    .select(({ fn }) => fn.countAll<number>().as('thanks'))
    .where('kind', '=', 'thanks')
    .where('remarkedAt', '>=', from)
    .where('remarkedAt', '<', until)
}

/** Two of every bureau, in the order of the organisation: news of everybody, and no ranking. */
async function listNewest(db: Db, { from, until }: Span) {
  const numbered = db
    .selectFrom('improvements')
    .select([
      'id',
      'title',
      'excerpt',
      'authors',
      'departmentId',
      'bureauId',
      sql<number>`row_number() over (partition by "bureauId" order by "id" desc)`.as('place'),
    ])
    .where('publishedOn', '>=', from)
    .where('publishedOn', '<=', until)
  return db
    .selectFrom(numbered.as('newest'))
    .innerJoin('departments', 'departments.id', 'newest.departmentId')
    .innerJoin('departments as bureaus', 'bureaus.id', 'newest.bureauId')
    .select([
      'newest.id',
      'newest.title',
      'newest.excerpt',
      'newest.authors',
      'departments.name as departmentName',
      'bureaus.name as bureauName',
    ])
    .where('newest.place', '<=', improvementsOfBureau)
    .orderBy('bureaus.code')
    .orderBy('newest.id', 'desc')
    .execute()
}

async function listDecided(db: Db, { from, until }: Span) {
  return db
    .selectFrom('proposals')
    .innerJoin('decisions', 'decisions.proposalId', 'proposals.id')
    .leftJoin('departments', 'departments.id', 'decisions.implementingDepartmentId')
    .select(['proposals.id', 'proposals.title', 'decisions.decision', 'departments.name as departmentName'])
    .where('proposals.notifiedAt', '>=', from)
    .where('proposals.notifiedAt', '<', until)
    .orderBy('proposals.id')
    .limit(mostListed)
    .execute()
}

async function listSpread(db: Db, { from, until }: Span) {
  return db
    .selectFrom('spreads')
    .innerJoin('improvements', 'improvements.id', 'spreads.improvementId')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .innerJoin('departments as takers', 'takers.id', 'spreads.departmentId')
    .select([
      'spreads.id',
      'spreads.improvementId',
      'improvements.title',
      'departments.name as departmentName',
      'takers.name as takerName',
    ])
    .where('spreads.state', '=', 'done')
    .where('spreads.stateSince', '>=', from)
    .where('spreads.stateSince', '<', until)
    .orderBy('spreads.id')
    .limit(mostListed)
    .execute()
}
