import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { ChangedMeanwhile, insist, NotFound, RuleBroken } from '../errors'
import type { Actor } from '../organisation/actor'
import { nested } from '../nested.server'
import { heirsOfEach, listHeirs } from '../organisation/heirs.server'
import { type FollowUpFacts, type FollowUpOutcome, followsUpFor, mayFollowUp } from './follow-up'

export interface FollowUpText {
  readonly outcome: FollowUpOutcome
  readonly word: string
  /** Effects of today, a year. */
  readonly minutesPerYear: number | null
  readonly yenPerYear: number | null
}

/**
 * What became of the improvement, on its page from now on; may be put right later. It is told and not counted: the figure
 * of the year counts what was confirmed, once. Throws RuleBroken for an end without its reason, ChangedMeanwhile.
 */
export async function followUp(
  ctx: Ctx,
  { improvementId, version, ...text }: FollowUpText & { improvementId: number; version: number },
): Promise<void> {
  const found = await findFollowUp(ctx.tx, ctx.actor, improvementId)
  insist(mayFollowUp(ctx.actor, found))
  if (text.outcome === 'ended' && text.word === '') {
    throw new RuleBroken('やめた理由をひとこと入力してください。ほかの課の役に立ちます', 'word')
  }
  if (found.version !== version) {
    throw new ChangedMeanwhile({
      ...{ at: found.answeredAt ?? ctx.now, by: found.answeredBy ?? 'ほかの人' },
      theirs: { word: found.word, version: String(found.version) },
    })
  }
  await write(ctx, found, text)
}

/** 「今回は書かない」: nobody is asked again. What was written stays. */
export async function skipFollowUp(ctx: Ctx, improvementId: number): Promise<void> {
  const found = await findFollowUp(ctx.tx, ctx.actor, improvementId)
  insist(mayFollowUp(ctx.actor, found))
  if (found.outcome !== null) return
  await write(ctx, found, { outcome: 'skipped', word: '', minutesPerYear: null, yenPerYear: null })
}

/** With who may answer and what was answered. Throws NotFound for an improvement that nobody is asked after. */
export async function findFollowUp(db: Db, actor: Actor, improvementId: number) {
  const row = await db
    .selectFrom('followUps')
    .innerJoin('improvements', 'improvements.id', 'followUps.improvementId')
    .leftJoin('people', 'people.id', 'followUps.answeredById')
    .selectAll('followUps')
    .select(['improvements.title', 'improvements.publishedOn', 'people.name as answeredBy'])
    .where('followUps.improvementId', '=', improvementId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const heirs = await listHeirs(db, [row.departmentId], actor.today)
  return { ...row, departmentIds: (heirs.get(row.departmentId) ?? []).map(({ id }) => id) }
}

/** As a column: the departments that are there today and answer for the one that is asked. */
export function followUpDepartmentsOf(db: Db, improvementId: number, today: Day) {
  const asked = sql`select "departmentId" from "followUps" where "improvementId" = ${improvementId}`
  return nested(
    db,
    db.selectFrom(heirsOfEach(asked, today).as('heirs')).select('heirs.id').orderBy('heirs.code'),
  )
}

async function write(
  ctx: Ctx,
  found: FollowUpFacts & { id: number; improvementId: number; version: number },
  answer: Omit<FollowUpText, 'outcome'> & { outcome: FollowUpOutcome | 'skipped' },
): Promise<void> {
  const answeredForId = followsUpFor(ctx.actor, found)
  await ctx.tx
    .updateTable('followUps')
    .set({
      ...{ ...answer, version: found.version + 1 },
      ...{ answeredAt: ctx.now, answeredById: ctx.actor.personId, answeredForId },
    })
    .where('id', '=', found.id)
    .execute()
  const { improvementId } = found
  ctx.happened({ kind: 'improvement.followedUp', improvementId, outcome: answer.outcome }, answeredForId)
}
