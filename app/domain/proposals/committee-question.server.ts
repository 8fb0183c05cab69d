import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { putOnAgendaIfWaiting } from './committee-agenda.server'
import { mayAskAgain } from './committee-policy'
import { askDepartments } from './consideration-asking.server'
import { findFactsSeenBy } from './facts.server'
import { answerDueBy } from './intake-lookup.server'
import { move } from './move.server'
import { stepInSitting } from './sitting-agreement.server'

export interface FurtherQuestion {
  heldOn: Day
  question: string
  departmentIds: readonly number[]
  /** Until when; without it the year's usual time for an answer. */
  dueOn: Day | null
}

/** The committee wants to know more before it decides: the departments are asked in a new round. */
export async function askAgain(
  ctx: Ctx,
  { proposalId, heldOn, question, departmentIds, dueOn }: { proposalId: number } & FurtherQuestion,
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayAskAgain(ctx.actor, facts))
  if (heldOn > ctx.today) throw new RuleBroken('会議の日は今日までの日を入力してください', 'heldOn')
  if (dueOn !== null && dueOn < ctx.today) {
    throw new RuleBroken('回答の期限は今日からの日を入力してください', 'dueOn')
  }
  const round = await findRound(ctx, proposalId)
  const due = dueOn ?? (await answerDueBy(ctx.tx, ctx.today))

  await stepInSitting(ctx, facts, 'askedAgain')
  await putOnAgendaIfWaiting(ctx, facts, heldOn)
  await move(ctx, proposalId, 'askAgain')
  await askDepartments(ctx, {
    proposalId,
    departments: departmentIds.map((departmentId) => ({
      departmentId,
      isLead: departmentId === facts.leadDepartmentId,
      dueOn: due,
    })),
    round: round + 1,
    question,
  })
}

async function findRound(ctx: Ctx, proposalId: number): Promise<number> {
  const { round } = await ctx.tx
    .selectFrom('considerations')
    .select(({ fn }) => fn.max<number | null>('round').as('round'))
    .where('proposalId', '=', proposalId)
    .executeTakeFirstOrThrow()
  return round ?? 0
}
