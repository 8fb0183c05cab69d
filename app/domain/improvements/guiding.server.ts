import { sql } from 'kysely'
import type { Ctx, Db } from '../context'
import { ChangedMeanwhile, insist, NotFound, RuleBroken } from '../errors'
import { nested, rowsOf } from '../nested.server'
import type { Day } from '../calendar'
import { heirsOfEach } from '../organisation/heirs.server'
import { type GuideText, mayWriteGuide } from './guide'

/** Version 0 where nothing is written yet. Throws NotFound for what is not on the shelf. One statement. */
export async function findGuide(db: Db, improvementId: number, today: Day) {
  const row = await db
    .selectFrom('improvements')
    .leftJoin('practices', 'practices.id', 'improvements.practiceId')
    .leftJoin('copyingGuides', 'copyingGuides.improvementId', 'improvements.id')
    .leftJoin('people', 'people.id', 'copyingGuides.writtenById')
    .select(['improvements.title', 'practices.reporterId', 'copyingGuides.steps', 'copyingGuides.contact'])
    .select(['copyingGuides.cautions', 'copyingGuides.version', 'copyingGuides.writtenAt'])
    .select(['people.name as writtenBy', departmentsOf(db, improvementId, today).as('departments')])
    .where('improvements.id', '=', improvementId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { departments, steps, contact, cautions, version, ...found } = row
  return {
    ...found,
    text: { steps: steps ?? '', contact: contact ?? '', cautions: cautions ?? '' },
    version: version ?? 0,
    departmentIds: rowsOf(departments).map(({ id }) => id),
  }
}

/** As a column: the departments that are there today and answer for the one that made the improvement. */
export function departmentsOf(db: Db, improvementId: number, today: Day) {
  const made = sql`select "departmentId" from "improvements" where "id" = ${improvementId}`
  return nested(
    db,
    db.selectFrom(heirsOfEach(made, today).as('heirs')).select('heirs.id').orderBy('heirs.code'),
  )
}

/**
 * On the improvement's page from now on. Everything empty takes it away. Throws RuleBroken where there was nothing before
 * either, ChangedMeanwhile when somebody else saved first.
 */
export async function writeGuide(
  ctx: Ctx,
  { improvementId, version, ...text }: GuideText & { improvementId: number; version: number },
): Promise<void> {
  const found = await findGuide(ctx.tx, improvementId, ctx.today)
  insist(mayWriteGuide(ctx.actor, found))
  if (found.version !== version) {
    throw new ChangedMeanwhile({
      ...{ at: found.writtenAt ?? ctx.now, by: found.writtenBy ?? 'ほかの人' },
      theirs: { ...found.text, version: String(found.version) },
    })
  }
  if (version === 0 && Object.values(text).every((part) => part === '')) {
    throw new RuleBroken('手順、問い合わせ先、気をつけることの、どれかを入力してください', 'steps')
  }
  const written = { ...text, version: version + 1, writtenAt: ctx.now, writtenById: ctx.actor.personId }
  await ctx.tx
    .insertInto('copyingGuides')
    .values({ improvementId, ...written })
    .onConflict((conflict) => conflict.column('improvementId').doUpdateSet(written))
    .execute()
  ctx.happened({ kind: 'improvement.guided', improvementId })
}
