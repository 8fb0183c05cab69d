import type { Ctx, Db } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import type { Actor } from '../organisation/actor'
import { mayScore } from './policy'
import { recusalsOf } from './recusals.server'
import { findRubric } from './rubrics.server'
import { findScorable, type ScorableItem } from './scorable.server'
import { pointsOf } from './score'

export interface Sheet {
  readonly marks: readonly number[]
  readonly opinion: string
}

/**
 * A member's own score, given or changed until the scores are opened: writing and opening are serial, so that a score
 * at that very moment is either counted or refused. Throws RuleBroken at the first criterion without a mark.
 */
export async function saveScore(
  ctx: Ctx,
  { agendaItemId, marks, opinion }: { agendaItemId: number } & Sheet,
): Promise<void> {
  const item = await findScorableFor(ctx.tx, ctx.actor, agendaItemId)
  insist(mayScore(ctx.actor, item, item))
  const { criteria } = await findRubric(ctx.tx, item.campaignId)
  const unmarked = criteria.findIndex((_, place) => !isMark(marks[place]))
  if (unmarked >= 0) {
    throw new RuleBroken(
      `${criteria[unmarked]?.name ?? '評価項目'}の点数を選んでください`,
      `marks[${unmarked}]`,
    )
  }
  const sheet = {
    marks: JSON.stringify(marks.slice(0, criteria.length)),
    pointsTenths: pointsOf(criteria, marks),
    opinion,
    savedAt: ctx.now,
  }
  await ctx.tx
    .insertInto('scoreSheets')
    .values({ agendaItemId, personId: ctx.actor.personId, ...sheet })
    .onConflict((conflict) => conflict.columns(['agendaItemId', 'personId']).doUpdateSet(sheet))
    .execute()
  ctx.happened({ kind: 'score.saved', agendaItemId, sittingId: item.sittingId })
}

/** With every ground for which this member keeps out. Throws NotFound. Two statements. */
export async function findScorableFor(db: Db, actor: Actor, agendaItemId: number): Promise<ScorableItem> {
  const item = await findScorable(db, actor, agendaItemId)
  if (!item) throw new NotFound()
  const recusals = await recusalsOf(db, item).execute()
  return {
    ...item,
    ownGrounds: recusals.filter(({ personId }) => personId === actor.personId).map(({ ground }) => ground),
  }
}

/** What one member has written so far; `undefined` before. */
export async function findOwnSheet(
  db: Db,
  personId: number,
  agendaItemId: number,
): Promise<(Sheet & { pointsTenths: number }) | undefined> {
  const row = await db
    .selectFrom('scoreSheets')
    .select(['marks', 'opinion', 'pointsTenths'])
    .where('agendaItemId', '=', agendaItemId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row && { ...row, marks: JSON.parse(row.marks) as number[] }
}

function isMark(mark: number | undefined): boolean {
  return mark !== undefined && Number.isInteger(mark) && mark >= 1 && mark <= 5
}
