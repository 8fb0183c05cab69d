import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { move } from './move.server'
import { waitsForAgenda } from './committee-policy'
import type { ProposalFacts } from './proposal'

/** What still awaits its turn is put on the agenda of that day's meeting by dealing with it there. */
export async function putOnAgendaIfWaiting(ctx: Ctx, facts: ProposalFacts, heldOn: Day): Promise<void> {
  if (!waitsForAgenda(facts)) return
  await closeOpenHold(ctx, facts.id)
  await move(ctx, facts.id, 'putOnAgenda')
  ctx.happened({ kind: 'proposal.putOnAgenda', proposalId: facts.id, heldOn })
}

/** A hold ends when its proposal is back on the table. Returns its key when there was one. */
export async function closeOpenHold(ctx: Ctx, proposalId: number): Promise<number | null> {
  const closed = await ctx.tx
    .updateTable('holds')
    .set({ cameBackAt: ctx.now })
    .where('proposalId', '=', proposalId)
    .where('cameBackAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return closed?.id ?? null
}
