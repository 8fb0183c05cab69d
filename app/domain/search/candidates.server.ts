import { sql } from 'kysely'
import type { Db } from '../context'
import { keysOf, together } from '../nested.server'
import { type Actor, isSecretariat } from '../organisation/actor'
import { bureauOn } from '../organisation/bureau-of-day.server'
import type { Place, Work } from './nearness'
import { asImprovement, listOfShelf, shelfQueries, type ShelfRow } from './shelf-candidates.server'
import type { Matter, Sought } from './similar.server'

const mostProposals = 120

export interface Candidate extends Matter, Work {
  readonly text: string
}

export interface Candidates {
  readonly candidates: Candidate[]
  /** The places that the matter is about. */
  readonly ours: Place[]
}

/**
 * What is worth comparing in full, in two statements: of proposals and of the shelf what is about the same projects, what
 * the same bureaus did last, and what has telling words in common.
 */
export async function listCandidatesSeenBy(db: Db, actor: Actor, sought: Sought): Promise<Candidates> {
  const { latest, ofProjects, before, ours, ...shelf } = await together(db, {
    ...proposalQueries(db, actor, sought),
    ...shelfQueries(db, actor, sought),
    before: writtenBefore(db, actor, sought),
  })
  const proposals = distinct([...latest, ...ofProjects])
  const improvements = (await listOfShelf(db, shelf)).map(asWhatCameOfIt)
  const known = new Set(proposals.map(({ id }) => id))
  const candidates = [
    ...proposals,
    ...improvements.filter(({ kind, id }) => kind === 'improvement' || !known.has(id)),
  ]
  return { candidates: candidates.filter((candidate) => !isOwn(candidate, sought, before)), ours }
}

/** The same of the shelf alone, on which all staff may read: each improvement as itself, also one that was proposed. */
export async function listShelfCandidates(db: Db, actor: Actor, sought: Sought): Promise<Candidates> {
  const { ours, ...shelf } = await together(db, shelfQueries(db, actor, sought))
  const candidates = (await listOfShelf(db, shelf)).map(asImprovement)
  return { candidates: candidates.filter((candidate) => !isOwn(candidate, sought, [])), ours }
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

/** What came of a proposal is listed as that proposal: there one can follow it. */
function asWhatCameOfIt(row: ShelfRow): Candidate {
  const { proposalId } = row
  return proposalId === null
    ? asImprovement(row)
    : { ...asImprovement(row), kind: 'proposal', id: proposalId }
}
