import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { listPeopleInService } from '../organisation/lookup.server'
import { findFactsSeenBy } from './facts.server'
import { mayLeave } from './policy'

/**
 * Names the people who propose together, in this order. Who is new is told by the event and may leave again; who is
 * no longer named keeps no right to the draft. Throws RuleBroken for somebody who is not in service today.
 */
export async function setCoAuthors(
  ctx: Ctx,
  proposalId: number,
  leadId: number,
  wanted: readonly number[],
): Promise<void> {
  const ids = [...new Set(wanted)].filter((id) => id !== leadId)
  const known = await ctx.tx
    .selectFrom('authorships')
    .select(['personId', 'leftAt'])
    .where('proposalId', '=', proposalId)
    .where('role', '=', 'co')
    .execute()
  const present = known.filter(({ leftAt }) => leftAt === null).map(({ personId }) => personId)
  const joining = ids.filter((id) => !present.includes(id))

  for (const personId of present.filter((id) => !ids.includes(id))) await markLeft(ctx, proposalId, personId)
  const departmentOf = await departmentsOf(ctx, joining)
  for (const personId of ids) {
    const position = ids.indexOf(personId) + 1
    if (!joining.includes(personId)) {
      await ctx.tx
        .updateTable('authorships')
        .set({ position })
        .where('proposalId', '=', proposalId)
        .where('personId', '=', personId)
        .execute()
      continue
    }
    await ctx.tx
      .insertInto('authorships')
      .values({
        ...{ proposalId, personId, role: 'co', position, leftAt: null },
        departmentId: departmentOf(personId),
      })
      .onConflict((conflict) =>
        conflict.columns(['proposalId', 'personId']).doUpdateSet({ leftAt: null, position }),
      )
      .execute()
    ctx.happened({ kind: 'proposal.coAuthorJoined', proposalId, personId })
  }
}

/** A co-author leaves, also after the submission until it is decided 「ちがう場合は外れる」. */
export async function leaveProposal(ctx: Ctx, { proposalId }: { proposalId: number }): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayLeave(ctx.actor, facts))
  await markLeft(ctx, proposalId, ctx.actor.personId)
}

async function markLeft(ctx: Ctx, proposalId: number, personId: number): Promise<void> {
  await ctx.tx
    .updateTable('authorships')
    .set({ leftAt: ctx.now })
    .where('proposalId', '=', proposalId)
    .where('personId', '=', personId)
    .execute()
  ctx.happened({ kind: 'proposal.coAuthorLeft', proposalId, personId })
}

async function departmentsOf(ctx: Ctx, joining: readonly number[]): Promise<(personId: number) => number> {
  const people = await listPeopleInService(ctx.tx, joining, ctx.today)
  return (personId) => {
    const person = people.find(({ id }) => id === personId)
    if (!person) throw new RuleBroken('メンバーには、今日在職している職員を選んでください', 'coAuthorIds')
    return person.departmentId
  }
}
