import { addWorkingDays, type Day } from '#app/domain/calendar'
import { notifyDecisions } from '#app/domain/proposals/notice.server'
import { decisionAct } from './decisions.server'
import { holdActs } from './holds.server'
import { type Act, holderAt } from './loading.server'
import { moment } from './moments'
import type { Keys } from './organisation.server'
import type { Proposal } from './proposals.server'

/** Decisions in their meetings, written down by the secretariat, and the notice in one batch a few days later. */
export function committeeActs(proposals: readonly Proposal[], keys: Keys): Act[] {
  const decided = proposals.filter(({ line }) => line.committeeDecision !== '')
  const meetings = [...new Set(decided.map(({ line }) => line.decidedOn))].sort()
  return [
    ...decided.flatMap((proposal) =>
      proposal.line.committeeDecision === 'continued'
        ? holdActs(proposal, meetings, keys)
        : [decisionAct(proposal, keys)],
    ),
    ...meetings.map((day) =>
      noticeAct(
        decided.filter(({ line }) => line.decidedOn === day && line.committeeDecision !== 'continued'),
        day,
      ),
    ),
  ]
}

/** The fourth working day after the meeting, well within the seven days of the settings. */
export function noticeDay(decidedOn: Day): Day {
  return addWorkingDays(decidedOn, 4)
}

function noticeAct(proposals: readonly Proposal[], decidedOn: Day): Act {
  const at = moment(noticeDay(decidedOn), 10 * 60)
  return {
    at,
    perform: async (loading) => {
      const secretary = await holderAt(loading, 'secretariat', at)
      const entries = proposals.map(({ id: proposalId }) => ({ proposalId, comment: '' }))
      await loading.act(at, secretary, (ctx) => notifyDecisions(ctx, { entries, closeOthers: true }))
    },
  }
}
