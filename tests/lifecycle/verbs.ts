import { discard, leave, resubmit, revise, submit, withdraw } from './author-verbs'
import { ask, bringBack, councilOutcome, decide, hold, refer } from './committee-verbs'
import { answer, takeUp, writeDraft } from './department-verbs'
import { abandon, close, complete, notify, progress, revert, start, verify } from './implementation-verbs'
import { gather, schedule } from './meeting-verbs'
import { accept, decline, inform, merge, reveal, sendBack, undoMerge } from './intake-verbs'
import type { PracticeVerbOf, ProposalVerb } from './model'
import { confirm, discardReport, report, reviseReport, sendReportBack } from './practice-verbs'

/** Everything that can be done to a proposal; what leads to a verified effect stands in `onward`. */
export const proposalVerbs = {
  ...{ revise, discard, submit, leave, withdraw, resubmit },
  ...{ accept, sendBack, decline, inform, merge, undoMerge, reveal },
  ...{ takeUp, writeDraft, answer },
  ...{ schedule, gather },
  ...{ decide, hold, ask, refer, councilOutcome, bringBack },
  ...{ notify, close, start, progress, complete, abandon, revert, verify },
} satisfies Record<string, ProposalVerb>

export const practiceVerbs = {
  ...{ reviseReport, discardReport, report, confirm, sendReportBack },
} satisfies Record<string, PracticeVerbOf>

export type VerbName = keyof typeof proposalVerbs | keyof typeof practiceVerbs | 'draft' | 'draftReport'

/** By these a proposal comes to its end if nobody takes it off the way. */
export const onward = [
  ...([
    'submit',
    'accept',
    'takeUp',
    'answer',
    'schedule',
    'gather',
    'decide',
    'refer',
    'councilOutcome',
    'notify',
  ] as const),
  ...(['start', 'progress', 'complete', 'verify'] as const),
]

export const practiceOnward = ['report', 'confirm'] as const
