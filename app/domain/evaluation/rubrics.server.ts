import type { Ctx, Db } from '../context'
import { ChangedMeanwhile, insist, NotFound, RuleBroken } from '../errors'
import type { Logged } from '../events/event'
import { findLastWriter } from '../events/last-writer.server'
import { nested, rowsOf } from '../nested.server'
import { type Actor, isSecretariat, sitsOn } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import { complaintsOf, defaultRubric, type Rubric } from './rubric'

export interface KeptRubric extends Rubric {
  readonly campaignId: number
  readonly campaignName: string
  /** Since the first papers were sent: what members score by does not change under their hands. */
  readonly frozenAt: string | null
  /** 0 while it is the default that nobody has written. */
  readonly version: number
}

/** Whoever scores by it may read it. */
export function maySeeRubric(actor: Actor): Verdict {
  return isSecretariat(actor) || sitsOn(actor, 'improvementCommittee')
    ? yes
    : no('採点表を見られるのは、事務改善委員会の委員と事務局です。')
}

export function maySetRubric(actor: Actor, { frozenAt }: Pick<KeptRubric, 'frozenAt'>): Verdict {
  return all(
    isSecretariat(actor) ? yes : no('採点表を変えられるのは事務局の人です。'),
    frozenAt === null ? yes : no('会議の資料を送ったあとは、採点表を変えられません。'),
  )
}

/** The rubric of a campaign. Throws NotFound for an unknown campaign. One statement. */
export async function findRubric(db: Db, campaignId: number): Promise<KeptRubric> {
  const rubric = (await listRubrics(db, [campaignId])).get(campaignId)
  if (!rubric) throw new NotFound()
  return rubric
}

/** Rubrics by campaign, the default where nothing was written. One statement, however many. */
export async function listRubrics(db: Db, campaignIds: readonly number[]): Promise<Map<number, KeptRubric>> {
  if (campaignIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('campaigns')
    .leftJoin('rubrics', 'rubrics.campaignId', 'campaigns.id')
    .select((eb) => [
      ...(['campaigns.id', 'campaigns.name', 'rubrics.id as rubricId', 'rubrics.minimumScorers'] as const),
      ...(['rubrics.adoptFrom', 'rubrics.studyFrom', 'rubrics.cutAfter', 'rubrics.tieBreak'] as const),
      ...(['rubrics.frozenAt', 'rubrics.version'] as const),
      nested(
        db,
        eb
          .selectFrom('criteria')
          .select(['criteria.name', 'criteria.weight', 'criteria.meanings'])
          .whereRef('criteria.rubricId', '=', 'rubrics.id')
          .orderBy('criteria.position'),
      ).as('criteria'),
    ])
    .where('campaigns.id', 'in', campaignIds)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        campaignId: row.id,
        campaignName: row.name,
        frozenAt: row.frozenAt,
        version: row.version ?? 0,
        ...(row.rubricId === null
          ? defaultRubric
          : {
              criteria: rowsOf(row.criteria).map(({ meanings, ...criterion }) => ({
                ...criterion,
                meanings: JSON.parse(meanings) as string[],
              })),
              minimumScorers: row.minimumScorers ?? defaultRubric.minimumScorers,
              adoptFrom: row.adoptFrom,
              studyFrom: row.studyFrom,
              cutAfter: row.cutAfter,
              tieBreak: row.tieBreak ?? defaultRubric.tieBreak,
            }),
      },
    ]),
  )
}

/** Throws RuleBroken for weights that do not make 100 points, ChangedMeanwhile when somebody else saved first. */
export async function setRubric(
  ctx: Ctx,
  { campaignId, version, rubric }: { campaignId: number; version: number; rubric: Rubric },
): Promise<void> {
  const kept = await findRubric(ctx.tx, campaignId)
  insist(maySetRubric(ctx.actor, kept))
  if (kept.version !== version) throw await changedMeanwhile(ctx, campaignId)
  const [complaint] = complaintsOf(rubric)
  if (complaint) throw new RuleBroken(complaint.message, complaint.field)
  await writeRubric(ctx, campaignId, rubric, version + 1)
  ctx.happened({ kind: 'rubric.changed', campaignId })
}

async function changedMeanwhile(ctx: Ctx, campaignId: number): Promise<ChangedMeanwhile> {
  const last = await findLastWriter(
    ctx.tx,
    ['rubric.changed'],
    (event) => 'campaignId' in event && event.campaignId === campaignId,
  )
  return new ChangedMeanwhile({ ...(last ?? { at: ctx.now, by: '事務局' }), theirs: {} })
}

/** From here on these campaigns are judged by what stands now; the default is written down as it is. */
export async function freezeRubrics(ctx: Ctx, campaignIds: readonly number[]): Promise<void> {
  for (const [campaignId, kept] of await listRubrics(ctx.tx, campaignIds)) {
    if (kept.version === 0) await writeRubric(ctx, campaignId, defaultRubric, 1)
    await ctx.tx
      .updateTable('rubrics')
      .set({ frozenAt: ctx.now })
      .where('campaignId', '=', campaignId)
      .where('frozenAt', 'is', null)
      .execute()
  }
}

/**
 * Reaction: a 募集 that is opened begins with the 採点表 of another one, unfrozen. The default needs no copy, for what
 * nobody wrote is the default.
 */
export async function copyRubric(ctx: Ctx, event: Logged): Promise<void> {
  if (event.kind !== 'campaign.opened' || event.rubricFromId === null) return
  const { criteria, minimumScorers, adoptFrom, studyFrom, cutAfter, tieBreak, version } = await findRubric(
    ctx.tx,
    event.rubricFromId,
  )
  if (version === 0) return
  const rubric = { criteria, minimumScorers, adoptFrom, studyFrom, cutAfter, tieBreak }
  await writeRubric(ctx, event.campaignId, rubric, 1)
}

async function writeRubric(ctx: Ctx, campaignId: number, rubric: Rubric, version: number): Promise<void> {
  const { criteria, ...settings } = rubric
  const { id: rubricId } = await ctx.tx
    .insertInto('rubrics')
    .values({ ...settings, campaignId, version, frozenAt: null })
    .onConflict((conflict) => conflict.column('campaignId').doUpdateSet({ ...settings, version }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx.deleteFrom('criteria').where('rubricId', '=', rubricId).execute()
  await ctx.tx
    .insertInto('criteria')
    .values(
      criteria.map(({ name, weight, meanings }, position) => ({
        ...{ rubricId, position, name, weight },
        meanings: JSON.stringify(meanings),
      })),
    )
    .execute()
}
