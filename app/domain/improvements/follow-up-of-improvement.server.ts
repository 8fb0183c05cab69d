import { actorInWords } from '../events/acting'
import { type Nested, rowsOf } from '../nested.server'
import type { FollowUpOutcome } from './follow-up'

/** Of an improvement's row, joined to its その後 and to who told it for whom. */
export const followUpColumns = [
  ...(['followUps.personId as followUpById', 'followUps.dueOn as followUpOn'] as const),
  ...(['followUps.outcome as followUpOutcome', 'followUps.word as followUpWord'] as const),
  ...(['followUps.minutesPerYear as followUpMinutes', 'followUps.yenPerYear as followUpYen'] as const),
  ...(['followUps.answeredAt as followUpAt', 'tellers.name as tellerName'] as const),
  'tellersHeads.name as tellersHeadName',
] as const

interface Columns {
  readonly followUpById: number | null
  /** See `followUpDepartmentsOf`. */
  readonly followUpFrom: Nested<{ id: number }>
  readonly followUpOn: string | null
  readonly followUpOutcome: FollowUpOutcome | 'skipped' | null
  readonly followUpWord: string | null
  readonly followUpMinutes: number | null
  readonly followUpYen: number | null
  readonly followUpAt: string | null
  readonly tellerName: string | null
  readonly tellersHeadName: string | null
}

/** その後 apart from the rest: who is asked, and what was answered unless that was to leave it. */
export function withoutFollowUp<Row extends Columns>(row: Row) {
  const { followUpById, followUpFrom, followUpOn, ...rest } = row
  const { followUpOutcome, followUpWord, followUpMinutes, followUpYen, ...more } = rest
  const { followUpAt, tellerName, tellersHeadName, ...others } = more
  const outcome: Columns['followUpOutcome'] = followUpOutcome
  const departmentIds = rowsOf(followUpFrom).map(({ id }) => id)
  const asked =
    followUpById === null ? null : { personId: followUpById, departmentIds, dueOn: followUpOn ?? '' }
  const followUp =
    outcome === null || outcome === 'skipped'
      ? null
      : {
          ...{ outcome, word: followUpWord ?? '', minutesPerYear: followUpMinutes, yenPerYear: followUpYen },
          answeredAt: followUpAt ?? '',
          answeredBy: actorInWords({ actorName: tellerName, headName: tellersHeadName }),
        }
  return { others, asked, followUp }
}
