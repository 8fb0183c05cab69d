import { type Day, firstDayOf, fiscalYearOf } from '#app/domain/calendar'
import { listSeatHolders } from '#app/domain/organisation/seats.server'
import { comeBack, holdForRecheck, type HoldText } from '#app/domain/proposals/holding.server'
import { heldAgain, recheckDay } from './gaps'
import { type Act, holderAt } from './loading.server'
import { inMeeting, lastDay, moment, notAfter, spread } from './moments'
import type { Keys } from './organisation.server'
import { authorsOf, type Proposal } from './proposals.server'

/** Held, back by itself on its day or on 1 April, and held again in the next meeting, as often as that came round. */
export function holdActs(proposal: Proposal, meetings: readonly Day[], keys: Keys): Act[] {
  const acts: Act[] = []
  const named = recheckDay(proposal.line.decisionReason)
  let reason = proposal.line.decisionReason
  for (let heldOn: Day | undefined = proposal.line.decidedOn; heldOn !== undefined;) {
    const nextApril = firstDayOf(fiscalYearOf(heldOn) + 1)
    const recheckOn = named && named > heldOn ? named : nextApril
    acts.push(holdAct(proposal, { heldOn, recheckOn, reason }, keys))
    const back = notAfter(recheckOn, nextApril)
    if (back > lastDay) break
    acts.push(returnAct(proposal, back))
    heldOn = meetings.find((day) => day >= back)
    reason = heldAgain
  }
  return acts
}

/** Helped on by one of the committee's members. */
function holdAct(proposal: Proposal, hold: Omit<HoldText, 'helperId'>, keys: Keys): Act {
  const { line } = proposal
  const at = inMeeting(hold.heldOn, line.ref)
  return {
    at,
    perform: async (loading) => {
      const members = await listSeatHolders(loading.db, 'improvementCommittee', hold.heldOn)
      const helperId = members[spread(line.ref, members.length)]?.personId ?? null
      const secretary = await holderAt(loading, 'secretariat', at, authorsOf(line, keys))
      await loading.act(at, secretary, (ctx) =>
        holdForRecheck(ctx, { ...hold, proposalId: proposal.id, helperId }),
      )
    },
  }
}

function returnAct(proposal: Proposal, day: Day): Act {
  const at = moment(day, 6 * 60)
  return {
    at,
    perform: (loading) => loading.bySystem(at, (ctx) => comeBack(ctx, { proposalId: proposal.id })),
  }
}
