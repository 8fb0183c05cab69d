import { addDays, type Day } from '../calendar'
import type { Ctx } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { listSections } from '../organisation/lookup.server'
import type { ImplementationStatus } from '../proposals/decision'
import { faultOfDueDay, mayKeepRounds, mayOpenRound, roundLimits } from './round'
import { findRound } from './round-lookup.server'

interface Opening {
  readonly improvementId: number
  /** Null for all sections. */
  readonly departmentIds: readonly number[] | null
  readonly dueOn: Day
  readonly word: string
}

/**
 * Asks sections until a day whether an improvement would do for them; the one that made it is not asked. Throws RuleBroken
 * while it is asked about already, for a day that will not do, and where no section is left to ask.
 */
export async function openRound(
  ctx: Ctx,
  { improvementId, departmentIds, dueOn, word }: Opening,
): Promise<{ roundId: number }> {
  const improvement = await ctx.tx
    .selectFrom('improvements')
    .select(['state', 'departmentId'])
    .where('id', '=', improvementId)
    .executeTakeFirst()
  if (!improvement) throw new NotFound()
  insist(mayOpenRound(ctx.actor, { state: improvement.state as ImplementationStatus }))
  insistOnDueDay(ctx, dueOn)
  await insistOnNoOther(ctx, improvementId)
  const asked = await chooseSections(ctx, improvement.departmentId, departmentIds)
  const { id: roundId } = await ctx.tx
    .insertInto('spreadRounds')
    .values({
      ...{ improvementId, word, dueOn, openedAt: ctx.now, openedById: ctx.actor.personId },
      ...{ closedAt: null, closedById: null, version: 1 },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('spreadRoundSections')
    .values(asked.map((departmentId) => ({ roundId, departmentId, ...unanswered })))
    .execute()
  ctx.happened({ kind: 'round.opened', roundId, improvementId, dueOn, sections: asked.length })
  return { roundId }
}

/** Nobody answers any more; who has not is shown as not having answered. */
export async function closeRound(ctx: Ctx, roundId: number): Promise<void> {
  const { improvementId, closedAt } = await findRound(ctx.tx, roundId)
  insist(mayKeepRounds(ctx.actor))
  if (closedAt !== null) throw new RuleBroken('もう締め切られています。')
  await ctx.tx
    .updateTable('spreadRounds')
    .set({ closedAt: ctx.now, closedById: ctx.actor.personId })
    .where('id', '=', roundId)
    .execute()
  ctx.happened({ kind: 'round.closed', roundId, improvementId })
}

/** Asks those again who have not answered, until another day; what was answered stays. Throws RuleBroken while it runs. */
export async function reopenRound(
  ctx: Ctx,
  { roundId, dueOn }: { roundId: number; dueOn: Day },
): Promise<void> {
  const { improvementId, closedAt } = await findRound(ctx.tx, roundId)
  insist(mayKeepRounds(ctx.actor))
  if (closedAt === null) throw new RuleBroken('まだ締め切られていません。')
  insistOnDueDay(ctx, dueOn)
  await insistOnNoOther(ctx, improvementId)
  await ctx.tx
    .updateTable('spreadRounds')
    .set({ dueOn, closedAt: null, closedById: null })
    .where('id', '=', roundId)
    .execute()
  ctx.happened({ kind: 'round.reopened', roundId, improvementId, dueOn })
}

const unanswered = {
  ...{ answer: null, reason: '', answeredAt: null, answeredById: null, answeredForId: null, version: 1 },
}

function insistOnDueDay({ today }: Ctx, dueOn: Day): void {
  const fault = faultOfDueDay(dueOn, today, addDays(today, roundLimits.days))
  if (fault !== null) throw new RuleBroken(fault, 'dueOn')
}

async function insistOnNoOther({ tx }: Ctx, improvementId: number): Promise<void> {
  const open = await tx
    .selectFrom('spreadRounds')
    .select('id')
    .where('improvementId', '=', improvementId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (open) throw new RuleBroken('この改善は、もう各課に尋ねているところです。')
}

async function chooseSections(
  { tx, today }: Ctx,
  ownId: number,
  wanted: readonly number[] | null,
): Promise<number[]> {
  const others = (await listSections(tx, today)).map(({ id }) => id).filter((id) => id !== ownId)
  const asked = wanted === null ? others : others.filter((id) => wanted.includes(id))
  if (wanted !== null && asked.length < new Set(wanted).size) {
    throw new RuleBroken('今ある課から選び直してください。この改善をした課には尋ねません', 'departmentIds')
  }
  if (asked.length === 0) throw new RuleBroken('尋ねる課を選んでください', 'departmentIds')
  return asked
}
