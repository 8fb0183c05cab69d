import type { Day } from '../calendar'

export type PracticeEvent =
  | { kind: 'practice.drafted'; practiceId: number }
  | { kind: 'practice.discarded'; practiceId: number }
  | { kind: 'practice.draftWarned'; practiceId: number; expiresOn: Day }
  | { kind: 'practice.reported'; practiceId: number; receiptNumber: string }
  | { kind: 'practice.returned'; practiceId: number; returnId: number }
  | { kind: 'practice.confirmed'; practiceId: number; projectIds: number[] }

/** `writerId` wrote the memo. */
export type MemoEvent =
  | { kind: 'memo.shared'; memoId: number; sharing: 'nobody' | 'department' | 'staff' }
  | { kind: 'memo.joined' | 'memo.left'; memoId: number; writerId: number }

export type ImprovementEvent =
  | {
      kind: 'spread.recorded'
      improvementId: number
      spreadId: number
      departmentId: number
      state: 'wanted' | 'started' | 'done' | 'couldNot' | 'cancelled'
    }
  | { kind: 'improvement.remarked'; improvementId: number; remark: 'thanks' | 'comment' }
  /** 「うちの課では？」 */
  | { kind: 'round.opened'; roundId: number; improvementId: number; dueOn: Day; sections: number }
  | {
      kind: 'round.answered'
      roundId: number
      improvementId: number
      departmentId: number
      answer: 'adopt' | 'done' | 'notApplicable'
    }
  | { kind: 'round.closed'; roundId: number; improvementId: number }
  | { kind: 'round.reopened'; roundId: number; improvementId: number; dueOn: Day }
  | { kind: 'improvement.guided'; improvementId: number }
  | {
      kind: 'improvement.followedUp'
      improvementId: number
      outcome: 'inUse' | 'changed' | 'ended' | 'skipped'
    }
