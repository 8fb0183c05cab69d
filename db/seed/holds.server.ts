import { type Day, firstDayOf, fiscalYearOf } from '#app/domain/calendar'
import { listSeatHolders } from '#app/domain/organisation/seats.server'
import { comeBack, holdForRecheck, type HoldText } from '#app/domain/proposals/holding.server'
import { heldAgain, recheckDay } from './gaps'
import { type Act, holderAt } from './loading.server'
import { inMeeting, lastDay, moment, notAfter, spread } from './moments'
import type { Keys } from './organisation.server'
import { authorsOf, type Proposal } from './proposals.server'

/** One of the times when it was held, and the day on which it came back; null while that is to come. */
export interface Hold extends Omit<HoldText, 'helperId'> {
  readonly backOn: Day | null
}

/** Held, back by itself on its day or on 1 April, and held again in the next meeting, as often as that came round. */
export function holdsOf({ line }: Proposal, meetings: readonly Day[]): Hold[] {
  const holds: Hold[] = []
  const named = recheckDay(line.decisionReason)
  let reason = line.decisionReason
  for (let heldOn: Day | undefined = line.decidedOn; heldOn !== undefined;) {
    const nextApril = firstDayOf(fiscalYearOf(heldOn) + 1)
    const recheckOn = named && named > heldOn ? named : nextApril
    const back = notAfter(recheckOn, nextApril)
    holds.push({ heldOn, recheckOn, reason, backOn: back > lastDay ? null : back })
    if (back > lastDay) break
    heldOn = meetings.find((day) => day >= back)
    reason = heldAgain
  }
  return holds
}

export function holdActs(proposal: Proposal, holds: readonly Hold[], keys: Keys): Act[] {
  return holds.flatMap(({ backOn, ...hold }) => [
    holdAct(proposal, hold, keys),
    ...(backOn === null ? [] : [returnAct(proposal, backOn)]),
  ])
}

/** Helped on by one of the committee's members. */
function holdAct(proposal: Proposal, { heldOn, ...hold }: Omit<Hold, 'backOn'>, keys: Keys): Act {
  const { line } = proposal
  const at = inMeeting(heldOn, line.ref)
  return {
    at,
    perform: async (loading) => {
      const members = await listSeatHolders(loading.db, 'improvementCommittee', heldOn)
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
