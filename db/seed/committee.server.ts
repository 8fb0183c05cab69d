import { addWorkingDays, type Day } from '#app/domain/calendar'
import { notifyDecisions } from '#app/domain/proposals/notice.server'
import { decisionAct } from './decisions.server'
import { holdActs, holdsOf } from './holds.server'
import { type Act, holderAt } from './loading.server'
import { meetingActs } from './meetings.server'
import { moment } from './moments'
import { nextMeetingActs } from './next-meeting.server'
import type { Keys } from './organisation.server'
import type { Proposal } from './proposals.server'

/** Meetings with their decisions, written down by the secretariat, and the notice in one batch a few days later. */
export function committeeActs(proposals: readonly Proposal[], keys: Keys): Act[] {
  const concluded = proposals.filter(({ line }) => line.committeeDecision !== '')
  const days = [...new Set(concluded.map(({ line }) => line.decidedOn))].sort()
  const decided = concluded.filter(({ line }) => line.committeeDecision !== 'continued')
  const held = concluded
    .filter(({ line }) => line.committeeDecision === 'continued')
    .map((proposal) => ({ proposal, holds: holdsOf(proposal, days) }))
  return [
    ...days.flatMap((heldOn) => {
      const decidedThen = decided.filter(({ line }) => line.decidedOn === heldOn)
      const heldThen = held.filter(({ holds }) => holds.some((hold) => hold.heldOn === heldOn))
      const matters = [...decidedThen, ...heldThen.map(({ proposal }) => proposal)]
      return [...meetingActs({ heldOn, matters, id: 0 }), noticeAct(decidedThen, heldOn)]
    }),
    ...decided.map((proposal) => decisionAct(proposal, keys)),
    ...held.flatMap(({ proposal, holds }) => holdActs(proposal, holds, keys)),
    ...nextMeetingActs(keys),
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
