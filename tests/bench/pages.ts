import type { Db } from '#app/domain/context'

/** What is measured, who asks for it, and what it may cost. */
export interface PageAsked {
  readonly name: string
  readonly path: string
  readonly as: 'employee' | 'head'
  /** CPU of process and database for one request; the last number that may stand is `growth` from 2,000 to 300,000. */
  readonly bar: { readonly cpuMs: number; readonly growth: number; readonly compressedBytes: number }
}

export const kB = 1_024

export const searchedWord = '窓口'

/** The same matters in a town of any size: what was there before it was multiplied. */
export async function pagesIn(db: Db): Promise<PageAsked[]> {
  const { proposalId, improvementId } = await findVerifiedProposal(db)
  const small = { growth: 1.3, compressedBytes: 12 * kB }
  return [
    {
      name: 'list',
      path: '/improvements',
      as: 'employee',
      bar: { ...small, cpuMs: 4, compressedBytes: 8 * kB },
    },
    {
      name: 'improvement',
      path: `/improvements/${improvementId}`,
      as: 'employee',
      bar: { ...small, cpuMs: 4 },
    },
    { name: 'proposal', path: `/proposals/${proposalId}`, as: 'employee', bar: { ...small, cpuMs: 4 } },
    {
      ...{ name: 'search', path: `/improvements?q=${encodeURIComponent(searchedWord)}`, as: 'employee' },
      bar: { ...small, cpuMs: 5, growth: 3 },
    },
    { name: 'home', path: '/', as: 'employee', bar: { ...small, cpuMs: 6 } },
    { name: 'home, head', path: '/', as: 'head', bar: { ...small, cpuMs: 6 } },
    { name: 'indicator', path: '/indicators', as: 'head', bar: { ...small, cpuMs: 6 } },
  ]
}

/** Considered, decided, carried out and verified: the page with everything on it. */
async function findVerifiedProposal(db: Db): Promise<{ proposalId: number; improvementId: number }> {
  const { proposalId, improvementId } = await db
    .selectFrom('improvements')
    .innerJoin('implementations', 'implementations.proposalId', 'improvements.proposalId')
    .select(['implementations.proposalId', 'improvements.id as improvementId'])
    .where('implementations.verifiedAt', 'is not', null)
    .orderBy('implementations.proposalId')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { proposalId, improvementId }
}
