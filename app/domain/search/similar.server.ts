import type { Db } from '../context'
import type { EffectTag } from '../effects'
import { type Actor, departmentIds } from '../organisation/actor'
import { type Candidate, listCandidatesSeenBy, listShelfCandidates } from './candidates.server'
import { type Alike, mostAlike } from './likeness'
import { nearnessTo } from './nearness'

export interface Matter {
  readonly kind: 'proposal' | 'improvement'
  readonly id: number
  readonly title: string
  readonly fiscalYear: number
  readonly departmentName: string | null
}

export interface Similar extends Matter {
  /** Others that say nearly the same, the nearest first: three of them at most, and how many there are in all. */
  readonly others: readonly Matter[]
  readonly more: number
  /** Of the same bureau and to the same end, in other words. */
  readonly isByWork: boolean
}

export interface Sought {
  /** What is asked about, where it is there already. It and what its author wrote in its place before are left out. */
  readonly own: Pick<Matter, 'kind' | 'id'> | null
  readonly title: string
  /** All that is typed besides: how it is now, what is proposed. */
  readonly text: string
  readonly projectIds: readonly number[]
  /** Whose work it is about; where none is named, the reader's own departments. */
  readonly departmentIds: readonly number[]
  readonly effectTags: readonly EffectTag[]
}

/** An improvement that looks like a report. */
export interface SimilarCase extends Similar {
  /** Whose it is. */
  readonly departmentId: number
}

const othersShown = 3
/** A report is sent in a minute: no long reading before it. */
const casesShown = 3

/**
 * Proposals and improvements that look alike, the most alike first, at most five. Only what the reader may open
 * anyway is compared, so that the list gives no hint of what is under review; the secretariat compares with all.
 * Two statements.
 */
export async function listSimilarSeenBy(db: Db, actor: Actor, sought: Sought): Promise<Similar[]> {
  if (isEmpty(sought)) return []
  const { candidates, ours } = await listCandidatesSeenBy(db, actor, placed(actor, sought))
  const alike = mostAlike<Candidate>(sought, candidates, { nearness: nearnessTo(ours, sought.effectTags) })
  return alike.map(similarOf)
}

/**
 * What is on the shelf already of what a report tells, at most three: what can be copied, and so not what was only proposed.
 * Two statements.
 */
export async function listSimilarCases(db: Db, actor: Actor, sought: Sought): Promise<SimilarCase[]> {
  if (isEmpty(sought)) return []
  const { candidates, ours } = await listShelfCandidates(db, actor, placed(actor, sought))
  const nearness = nearnessTo(ours, sought.effectTags)
  return mostAlike<Candidate>(sought, candidates, { nearness, limit: casesShown }).map((alike) => ({
    ...similarOf(alike),
    departmentId: alike.candidate.departmentId ?? 0,
  }))
}

function isEmpty({ title, text }: Sought): boolean {
  return title === '' && text === ''
}

function placed(actor: Actor, sought: Sought): Sought {
  return sought.departmentIds.length > 0 ? sought : { ...sought, departmentIds: departmentIds(actor) }
}

function similarOf({ candidate, others, isByWork }: Alike<Candidate>): Similar {
  return {
    ...matterOf(candidate),
    others: others.slice(0, othersShown).map(matterOf),
    more: others.length,
    isByWork,
  }
}

function matterOf({ kind, id, title, fiscalYear, departmentName }: Matter): Matter {
  return { kind, id, title, fiscalYear, departmentName }
}
