import type { Ctx, Db } from '../context'
import { ChangedMeanwhile, insist, NotFound, NotPermitted, RuleBroken } from '../errors'
import { type Actor, headedDepartmentIds } from '../organisation/actor'
import { isOrBecame } from '../organisation/heirs.server'
import type { ConsiderationText } from './consideration'
import { mayAnswerTogether } from './consideration-policy'
import { answerConsideration } from './consideration.server'
import { mostAnsweredTogether } from './consideration-together'
import type { Stage } from './lifecycle'

/*
 * 「まとめて回答」: proposals that are alike get the same words, each in a record of its own. Everything that holds for
 * one answer holds for each of them, since each is given by the same command.
 */

export interface AnsweredTogether {
  /** Their considerations, in the order in which they were chosen. */
  readonly answered: readonly number[]
  /** Those that were answered, moved or written on meanwhile, or are over: nothing of them was changed. */
  readonly leftOut: readonly number[]
}

/**
 * Gives the same answer to several questions, and leaves out those that cannot be answered any more. Throws RuleBroken
 * for what the stance still needs and where every record was written on meanwhile, NotPermitted where none is left that
 * this person may answer.
 */
export async function answerTogether(
  ctx: Ctx,
  {
    entries,
    text,
  }: {
    /** `version`: of the record's text that the person has seen; 0 when there was none. */
    entries: readonly { considerationId: number; version: number }[]
    text: ConsiderationText
  },
): Promise<AnsweredTogether> {
  insist(mayAnswerTogether(headedDepartmentIds(ctx.actor).length > 0))
  const answered: number[] = []
  const refusals: Refusal[] = []
  for (const entry of entries) {
    const refusal = await answerOne(ctx, { ...entry, text })
    if (refusal) refusals.push(refusal)
    else answered.push(entry.considerationId)
  }
  if (answered.length === 0) throw asOne(refusals)
  const leftOut = entries
    .map(({ considerationId }) => considerationId)
    .filter((considerationId) => !answered.includes(considerationId))
  return { answered, leftOut }
}

type Refusal = NotFound | NotPermitted | ChangedMeanwhile

/** Null when it was answered. A refusal of this kind comes before anything of the record is written. */
async function answerOne(
  ctx: Ctx,
  written: { considerationId: number; version: number; text: ConsiderationText },
): Promise<Refusal | null> {
  try {
    await answerConsideration(ctx, written)
    return null
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotPermitted || error instanceof ChangedMeanwhile)
      return error
    throw error
  }
}

/** The first reason stands for all of them; what is hidden is refused like what is another department's. */
function asOne(refusals: readonly Refusal[]): RuleBroken | NotPermitted {
  if (refusals.some((refusal) => refusal instanceof ChangedMeanwhile)) {
    return new RuleBroken(
      '表示したあとに下書きが書き直されました。下の一覧を確かめて、もう一度送信してください。',
    )
  }
  return refusals.find((refusal) => refusal instanceof NotPermitted) ?? notTheirs()
}

function notTheirs(): NotPermitted {
  const verdict = mayAnswerTogether(false)
  return new NotPermitted(verdict.ok ? '' : verdict.reason)
}

/** Of these questions, those to departments that the person heads, by due day, open or not. One statement. */
export async function listForOneAnswer(db: Db, actor: Actor, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await selectForOneAnswer(db, actor, ids.slice(0, mostAnsweredTogether)).execute()
  return rows.map(({ stage, version, departmentMayDecide, ...row }) => ({
    ...row,
    stage: stage as Stage,
    version: version ?? 0,
    departmentMayDecide: departmentMayDecide === 1,
  }))
}

function selectForOneAnswer(db: Db, actor: Actor, ids: readonly number[]) {
  return db
    .selectFrom('considerations')
    .innerJoin('proposals', 'proposals.id', 'considerations.proposalId')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .innerJoin('campaigns', 'campaigns.id', 'proposals.campaignId')
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'proposals.fiscalYear')
    .leftJoin('considerationAnswers as texts', (join) =>
      join.onRef('texts.considerationId', '=', 'considerations.id').on((eb) =>
        eb(
          'texts.version',
          '=',
          eb
            .selectFrom('considerationAnswers as versions')
            .select(({ fn }) => fn.max('versions.version').as('latest'))
            .whereRef('versions.considerationId', '=', 'considerations.id'),
        ),
      ),
    )
    .leftJoin('people as writers', 'writers.id', 'texts.writtenById')
    .select([
      ...(['considerations.id', 'considerations.answeredAt', 'considerations.dueOn'] as const),
      ...(['considerations.round', 'considerations.question', 'departments.name as departmentName'] as const),
      ...(['proposals.title', 'proposals.receiptNumber', 'proposals.stage'] as const),
      ...(['texts.version', 'texts.writtenAt', 'writers.name as writtenBy'] as const),
      ...(['fiscalYears.minimumGroundsLength', 'campaigns.departmentMayDecide'] as const),
    ])
    .select((eb) =>
      eb
        .selectFrom('consultations')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .whereRef('consultations.considerationId', '=', 'considerations.id')
        .where('consultations.answeredAt', 'is', null)
        .as('awaitedOpinions'),
    )
    .where('considerations.id', 'in', ids)
    .where(isOrBecame('considerations.departmentId', headedDepartmentIds(actor), actor.today))
    .orderBy('considerations.dueOn')
    .orderBy('considerations.id')
}
