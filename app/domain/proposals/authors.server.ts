import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { findFactsSeenBy } from './facts.server'
import { mayRevealAuthors } from './policy'

export interface Author {
  readonly name: string
  /** Of the day of writing. */
  readonly departmentName: string
  readonly role: 'lead' | 'co'
}

/** A logged look at hidden names, which the authors see in the history. */
export async function revealAuthors(ctx: Ctx, { proposalId }: { proposalId: number }): Promise<Author[]> {
  insist(mayRevealAuthors(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)))
  ctx.happened({ kind: 'proposal.authorsRevealed', proposalId })
  return listAuthors(ctx.tx, proposalId)
}

/** For readers who may know the names, and for nobody else: ask `knowsAuthors` first. */
export async function listAuthors(db: Db, proposalId: number): Promise<Author[]> {
  return db
    .selectFrom('authorships')
    .innerJoin('people', 'people.id', 'authorships.personId')
    .innerJoin('departments', 'departments.id', 'authorships.departmentId')
    .select(['people.name', 'departments.name as departmentName', 'authorships.role'])
    .where('authorships.proposalId', '=', proposalId)
    .where('authorships.leftAt', 'is', null)
    .orderBy('authorships.position')
    .limit(50)
    .execute()
}
