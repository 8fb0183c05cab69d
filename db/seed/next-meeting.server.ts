import { sendPapers } from '#app/domain/committees/papers.server'
import { lifecycle } from '#app/domain/proposals/lifecycle'
import { putOnAgenda } from '#app/domain/proposals/sitting-agenda.server'
import { cast } from './cast'
import { type Act, holderAt, keyOf } from './loading.server'
import { type Meeting, planAct } from './meetings.server'
import { moment } from './moments'
import type { Keys } from './organisation.server'
import { score } from './scores.server'

/** More wait for their turn than one afternoon has room for. */
const items = 4

/** The meeting to come: what has waited longest is on its agenda, and some of the members have scored it. */
export function nextMeetingActs(keys: Keys): Act[] {
  const meeting: Meeting = { heldOn: '2026-12-10', matters: [], id: 0 }
  const sending = moment('2026-11-18', 10 * 60)
  const scoring = moment('2026-11-19', 16 * 60)
  const signsIn = new Set(cast.map(({ employeeNumber }) => keyOf(keys.people, employeeNumber)))
  return [
    planAct(meeting, '2026-11-16'),
    {
      at: sending,
      perform: async (loading) => {
        const waiting = await loading.db
          .selectFrom('proposals')
          .select('id')
          .where('stage', '=', lifecycle.closeConsideration.to)
          .orderBy('stageSince')
          .orderBy('id')
          .limit(items)
          .execute()
        if (waiting.length === 0) return
        await loading.act(sending, await holderAt(loading, 'secretariat', sending), async (ctx) => {
          await putOnAgenda(ctx, { sittingId: meeting.id, proposalIds: waiting.map(({ id }) => id) })
          await sendPapers(ctx, { sittingId: meeting.id })
        })
      },
    },
    {
      at: scoring,
      // Whoever tries the sample town out finds the own score still to be given.
      perform: (loading) =>
        score(loading, meeting, scoring, ({ personId }, place) => place % 2 === 0 && !signsIn.has(personId)),
    },
  ]
}
