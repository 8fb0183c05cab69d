import type { Day } from './calendar'
import type { Ctx, Db } from './context'
import type { DraftRule } from './organisation/draft-rule'
import { setDraftRule } from './organisation/draft-rules.server'
import { takeBackWarnings as takeBackOfPractices } from './practices/old-drafts.server'
import { takeBackWarnings as takeBackOfProposals } from './proposals/old-drafts.server'

/** Drafts of which the authors were told, never whose and which: those are theirs alone. */
export interface WarnedDrafts {
  readonly what: 'proposals' | 'practices'
  readonly drafts: number
  readonly warned: number
  /** The next day on which one of them goes. */
  readonly nextOn: Day | null
}

/**
 * Says when drafts that nobody touches go. Whoever was told under the rule before is told anew, with the full time to keep
 * the draft. Throws NotPermitted for all but administrators.
 */
export async function decideOnDrafts(ctx: Ctx, rule: DraftRule): Promise<void> {
  await setDraftRule(ctx, rule)
  await takeBackOfProposals(ctx)
  await takeBackOfPractices(ctx)
}

/** In one statement. */
export async function countWarnedDrafts(db: Db): Promise<WarnedDrafts[]> {
  const rows = await ofTable(db, 'proposals').unionAll(ofTable(db, 'practices')).execute()
  return (['proposals', 'practices'] as const).map((what) => {
    const row = rows.find((one) => one.what === what)
    return {
      what,
      drafts: Number(row?.drafts ?? 0),
      warned: Number(row?.warned ?? 0),
      nextOn: row?.nextOn ?? null,
    }
  })
}

function ofTable(db: Db, table: 'proposals' | 'practices') {
  return db
    .selectFrom(table)
    .select(({ fn, val }) => [
      val<string>(table).as('what'),
      fn.countAll<number>().as('drafts'),
      fn.count<number>('expiresOn').as('warned'),
      fn.min('expiresOn').as('nextOn'),
    ])
    .where('stage', '=', 'draft')
}
