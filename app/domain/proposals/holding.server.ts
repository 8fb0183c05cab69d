import { type Day, firstDayOf, fiscalYearOf } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { isSystem } from '../organisation/actor'
import { validOn } from '../organisation/validity'
import { no, yes } from '../verdict'
import { continuedDecision, missingInDecision } from './committee'
import { closeOpenHold } from './committee-agenda.server'
import { decidingBody, mayHold } from './committee-policy'
import { insertDecision } from './committee-record.server'
import { findFactsSeenBy } from './facts.server'
import { lifecycle } from './lifecycle'
import { move } from './move.server'
import type { ProposalFacts } from './proposal'
import { agreeInSitting, withoutObjection } from './sitting-agreement.server'

/** What is left open for now, why, and who helps it on. */
export interface HoldText {
  heldOn: Day
  reason: string
  recheckOn: Day | null
  helperId: number | null
}

/**
 * 「育てる（継続検討）」 by the committee in its meeting: a named person helps, and it comes back by itself. Known at
 * once, since there is nothing to notify yet. Throws as a decision does.
 */
export async function holdForRecheck(
  ctx: Ctx,
  { proposalId, ...text }: { proposalId: number } & Omit<HoldText, 'heldOn'>,
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayHold(ctx.actor, facts))
  const heldOn = await agreeInSitting(ctx, facts, 'held', withoutObjection)
  await writeHold(ctx, facts, { ...text, heldOn })
}

/** By the body whose turn it is; the right to it is the caller's to see to. */
export async function writeHold(ctx: Ctx, facts: ProposalFacts, text: HoldText): Promise<void> {
  const decision = continuedDecision(text)
  const [missing] = missingInDecision(decision, ctx.today)
  if (missing) throw new RuleBroken(missing.message, missing.field)
  const helperId = text.helperId ?? 0
  const recheckOn = text.recheckOn ?? ctx.today
  await insistOnStaff(ctx, helperId)

  await move(ctx, facts.id, 'holdForRecheck')
  await insertDecision(ctx, facts.id, decidingBody(facts), decision)
  const { id } = await ctx.tx
    .insertInto('holds')
    .values({
      proposalId: facts.id,
      reason: text.reason,
      helperId,
      recheckOn,
      heldOn: text.heldOn,
      heldAt: ctx.now,
      heldById: ctx.actor.personId,
      cameBackAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'proposal.held', proposalId: facts.id, holdId: id, recheckOn, helperId })
}

/** Brings a held proposal back before the committee. The system does it when the day has come. */
export async function comeBack(ctx: Ctx, { proposalId }: { proposalId: number }): Promise<void> {
  insist(isSystem(ctx.actor) ? yes : no('再検討日になると、自動で委員会に戻ります。'))
  await move(ctx, proposalId, 'comeBack')
  const holdId = await closeOpenHold(ctx, proposalId)
  ctx.happened({ kind: 'proposal.cameBack', proposalId, holdId: holdId ?? 0 })
}

/**
 * Held proposals whose recheck day has come, and in the new fiscal year all that were held before it began: staff has
 * moved, and a forgotten hold is a silent refusal.
 */
export async function listDueHolds(db: Db, today: Day, { limit }: { limit: number }): Promise<number[]> {
  const rows = await db
    .selectFrom('holds')
    .innerJoin('proposals', 'proposals.id', 'holds.proposalId')
    .select('holds.proposalId')
    .where('holds.cameBackAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.comeBack.from)
    .where((eb) =>
      eb.or([eb('holds.recheckOn', '<=', today), eb('holds.heldOn', '<', firstDayOf(fiscalYearOf(today)))]),
    )
    .orderBy('holds.recheckOn')
    .orderBy('holds.id')
    .limit(limit)
    .execute()
  return rows.map(({ proposalId }) => proposalId)
}

async function insistOnStaff(ctx: Ctx, personId: number): Promise<void> {
  const appointed = await ctx.tx
    .selectFrom('appointments')
    .select('id')
    .where('personId', '=', personId)
    .where(validOn('appointments', ctx.today))
    .executeTakeFirst()
  if (!appointed) throw new RuleBroken('伴走する人を、今の職員から選んでください', 'helperId')
}
