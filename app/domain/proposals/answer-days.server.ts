import { type Day, dayOf, daysBetween } from '../calendar'
import type { Db } from '../context'
import { insist } from '../errors'
import type { Actor } from '../organisation/actor'
import { medianOf } from './answer-days'
import { lifecycle, type Stage } from './lifecycle'
import { mayKeepLedger } from './policy'

export interface AnswerDays {
  readonly departmentId: number
  readonly departmentName: string
  readonly answered: number
  /** Days from asking to the answer; null where nothing was answered. */
  readonly median: number | null
  readonly open: number
  readonly overdue: number
}

/** A year's questions are far below this. */
const limit = 10_000

/**
 * How long departments take to answer what was asked about the proposals of a year, in the order of the organisation:
 * for the secretariat to help with, not to rank. One statement.
 */
export async function listAnswerDays(
  db: Db,
  actor: Actor,
  { fiscalYear, today }: { fiscalYear: number; today: Day },
): Promise<AnswerDays[]> {
  insist(mayKeepLedger(actor))
  const rows = await db
    .selectFrom('considerations')
    .innerJoin('proposals', 'proposals.id', 'considerations.proposalId')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .select([
      ...(['departments.id', 'departments.name', 'proposals.stage'] as const),
      ...(['considerations.askedAt', 'considerations.answeredAt', 'considerations.dueOn'] as const),
    ])
    .where('proposals.fiscalYear', '=', fiscalYear)
    .orderBy('departments.code')
    .orderBy('considerations.id')
    .limit(limit)
    .execute()
  const ids = [...new Set(rows.map(({ id }) => id))]
  return ids.map((departmentId) => {
    const own = rows.filter(({ id }) => id === departmentId)
    const days = own.flatMap(({ askedAt, answeredAt }) =>
      answeredAt === null ? [] : [daysBetween(dayOf(askedAt), dayOf(answeredAt))],
    )
    const open = own.filter(({ answeredAt, stage }) => answeredAt === null && isAskedStill(stage as Stage))
    return {
      departmentId,
      departmentName: own[0]?.name ?? '',
      answered: days.length,
      median: medianOf(days),
      open: open.length,
      overdue: open.filter(({ dueOn }) => dueOn < today).length,
    }
  })
}

/** A proposal that was withdrawn or merged asks for no answer any more. */
function isAskedStill(stage: Stage): boolean {
  const from: readonly Stage[] = lifecycle.closeConsideration.from
  return from.includes(stage)
}
