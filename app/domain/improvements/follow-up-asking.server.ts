import { type Day, fiscalYearOf } from '../calendar'
import type { Ctx } from '../context'
import type { Logged } from '../events/event'
import { monthsLater } from './follow-up'

/**
 * Reaction: what was confirmed or carried out is asked after, once, when the months have passed that the year of today
 * sets (0: never). What was put back to how it was is not asked after any more. Runs after the shelf.
 */
export async function askForFollowUp(ctx: Ctx, event: Logged): Promise<void> {
  switch (event.kind) {
    case 'practice.confirmed':
      return ask(ctx, await findReport(ctx, event.practiceId))
    case 'implementation.completed':
      return ask(ctx, await findImplementation(ctx, event.proposalId))
    case 'implementation.reported':
      return event.status === 'reverted' ? askNoMore(ctx, event.proposalId) : undefined
    default:
      return
  }
}

interface Asked {
  readonly improvementId: number
  readonly personId: number | null
  readonly departmentId: number
}

async function ask(ctx: Ctx, asked: Asked | undefined): Promise<void> {
  if (!asked?.personId) return
  const dueOn = await dueOnFor(ctx)
  if (dueOn === null) return
  await ctx.tx
    .insertInto('followUps')
    .values({
      ...{ improvementId: asked.improvementId, personId: asked.personId, departmentId: asked.departmentId },
      ...{ dueOn, outcome: null, word: '', minutesPerYear: null, yenPerYear: null },
      ...{ answeredAt: null, answeredById: null, answeredForId: null, version: 1 },
    })
    .onConflict((conflict) => conflict.column('improvementId').doNothing())
    .execute()
}

async function dueOnFor(ctx: Ctx): Promise<Day | null> {
  const year = await ctx.tx
    .selectFrom('fiscalYears')
    .select('followUpMonths')
    .where('fiscalYear', '=', fiscalYearOf(ctx.today))
    .executeTakeFirst()
  return year && year.followUpMonths > 0 ? monthsLater(ctx.today, year.followUpMonths) : null
}

async function askNoMore(ctx: Ctx, proposalId: number): Promise<void> {
  await ctx.tx
    .deleteFrom('followUps')
    .where('outcome', 'is', null)
    .where('improvementId', 'in', (eb) =>
      eb.selectFrom('improvements').select('improvements.id').where('proposalId', '=', proposalId),
    )
    .execute()
}

function findReport(ctx: Ctx, practiceId: number): Promise<Asked | undefined> {
  return ctx.tx
    .selectFrom('practices')
    .innerJoin('improvements', 'improvements.practiceId', 'practices.id')
    .select([
      'improvements.id as improvementId',
      'practices.reporterId as personId',
      'practices.departmentId',
    ])
    .where('practices.id', '=', practiceId)
    .executeTakeFirst()
}

function findImplementation(ctx: Ctx, proposalId: number): Promise<Asked | undefined> {
  return ctx.tx
    .selectFrom('implementations')
    .innerJoin('improvements', 'improvements.proposalId', 'implementations.proposalId')
    .select(['improvements.id as improvementId', 'implementations.completedById as personId'])
    .select('implementations.departmentId')
    .where('implementations.proposalId', '=', proposalId)
    .executeTakeFirst()
}
