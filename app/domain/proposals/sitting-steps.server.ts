import { sql } from 'kysely'
import type { Day } from '../calendar'
import { type AgendaItem, listAgendaItems } from '../committees/agenda.server'
import { mayChangeAgenda } from '../committees/policy'
import { recordStep } from '../committees/resolutions.server'
import type { SittingFacts } from '../committees/sitting'
import { findSittingSeenBy } from '../committees/sittings.server'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { withHeirs } from '../organisation/heirs.server'
import { validOn } from '../organisation/validity'
import { askAgain } from './committee-question.server'
import { findFactsSeenBy } from './facts.server'
import { mayFollow } from './lifecycle'
import { move } from './move.server'

interface Chosen {
  readonly sittingId: number
  readonly agendaItemIds: readonly number[]
}

/** 次回へ回す: several items at once, all or none. They wait for the next agenda. */
export async function postponeItems(ctx: Ctx, chosen: Chosen): Promise<void> {
  const { sitting, items } = await chosenOf(ctx, chosen)
  for (const item of items) {
    const { stage } = await findFactsSeenBy(ctx.tx, ctx.actor, item.proposalId)
    await recordStep(ctx, { item, sitting }, 'postponed')
    if (mayFollow('postpone', stage)) await move(ctx, item.proposalId, 'postpone')
    ctx.happened({ kind: 'proposal.postponed', proposalId: item.proposalId, agendaItemId: item.id })
  }
}

/** 照会: the lead departments of several items are asked the same, all or none; a new answer brings them back. */
export async function askAboutItems(
  ctx: Ctx,
  { question, dueOn, ...chosen }: Chosen & { question: string; dueOn: Day | null },
): Promise<void> {
  const { sitting, items } = await chosenOf(ctx, chosen)
  const heldOn = sitting.heldOn < ctx.today ? sitting.heldOn : ctx.today
  for (const { proposalId } of items) {
    const departmentIds = await listLeading(ctx, proposalId)
    await askAgain(ctx, { proposalId, heldOn, question, departmentIds, dueOn })
  }
}

async function chosenOf(
  ctx: Ctx,
  { sittingId, agendaItemIds }: Chosen,
): Promise<{ sitting: SittingFacts; items: AgendaItem[] }> {
  const sitting = await findSittingSeenBy(ctx.tx, ctx.actor, sittingId)
  insist(mayChangeAgenda(ctx.actor, sitting))
  const items = (await listAgendaItems(ctx.tx, sittingId)).filter(({ id }) => agendaItemIds.includes(id))
  if (items.length === 0) throw new RuleBroken('提案を1件以上選んでください', 'chosen')
  return { sitting, items }
}

/** The lead department, or those that came out of it. */
async function listLeading(ctx: Ctx, proposalId: number): Promise<number[]> {
  const lead = sql`select "leadDepartmentId" from "proposals" where "id" = ${proposalId}`
  const rows = await ctx.tx
    .selectFrom('departments')
    .innerJoin(withHeirs(lead, ctx.today).as('heirs'), 'heirs.id', 'departments.id')
    .select('departments.id')
    .where(validOn('departments', ctx.today))
    .orderBy('departments.code')
    .limit(20)
    .execute()
  return rows.map(({ id }) => id)
}
