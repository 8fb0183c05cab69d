import { addDays, type Day } from '#app/domain/calendar'
import { recordAttendance } from '#app/domain/committees/attendance.server'
import { closeSitting, writeMinutes } from '#app/domain/committees/minutes.server'
import { openScores } from '#app/domain/committees/opening.server'
import { sendPapers } from '#app/domain/committees/papers.server'
import { planSitting } from '#app/domain/committees/sittings.server'
import { listSeatHolders } from '#app/domain/organisation/seats.server'
import { putOnAgenda } from '#app/domain/proposals/sitting-agenda.server'
import * as gaps from './gaps'
import { type Act, type Command, holderAt, type Loading } from './loading.server'
import { moment, type Moment, spread, workingDayBefore } from './moments'
import type { Proposal } from './proposals.server'
import { scoringActs } from './scores.server'

/** A meeting of 事務改善委員会 with what it dealt with; its key is known once it is planned. */
export interface Meeting {
  readonly heldOn: Day
  readonly matters: readonly Proposal[]
  id: number
}

/** Planned a month before, papers a week before, scored, opened that morning, attended, and closed with its minutes. */
export function meetingActs(meeting: Meeting): Act[] {
  const { heldOn, matters } = meeting
  return [
    planAct(meeting, addDays(heldOn, -28)),
    bySecretary(moment(workingDayBefore(heldOn, 6), 10 * 60), () => async (ctx) => {
      await putOnAgenda(ctx, { sittingId: meeting.id, proposalIds: matters.map(({ id }) => id) })
      await sendPapers(ctx, { sittingId: meeting.id })
    }),
    ...scoringActs(meeting),
    bySecretary(moment(heldOn, 9 * 60 + 30), () => (ctx) => openScores(ctx, { sittingId: meeting.id })),
    {
      at: moment(heldOn, 14 * 60 + 55),
      perform: async (loading) => {
        const personIds = await present(loading, heldOn)
        const at = moment(heldOn, 14 * 60 + 55)
        const secretary = await holderAt(loading, 'secretariat', at)
        await loading.act(at, secretary, (ctx) => recordAttendance(ctx, { sittingId: meeting.id, personIds }))
      },
    },
    bySecretary(moment(heldOn, 17 * 60 + 10), () => async (ctx) => {
      const { version } = await ctx.tx
        .selectFrom('sittings')
        .select('version')
        .where('id', '=', meeting.id)
        .executeTakeFirstOrThrow()
      await writeMinutes(ctx, { sittingId: meeting.id, version, minutes: gaps.minutesOf(matters.length) })
      await closeSitting(ctx, { sittingId: meeting.id })
    }),
  ]
}

export function planAct(meeting: Meeting, day: Day): Act {
  const at = moment(day, 9 * 60 + 30)
  return {
    at,
    perform: async (loading) => {
      const secretary = await holderAt(loading, 'secretariat', at)
      const plan = { body: 'improvementCommittee', heldOn: meeting.heldOn, ...gaps.meetingPlace } as const
      const { sittingId } = await loading.act(at, secretary, (ctx) => planSitting(ctx, plan))
      meeting.id = sittingId
    },
  }
}

/** Now and then one of the members is elsewhere. */
async function present({ db }: Loading, heldOn: Day): Promise<number[]> {
  const members = await listSeatHolders(db, 'improvementCommittee', heldOn)
  return members
    .filter(({ role, name }) => role === 'chair' || (role !== 'clerk' && spread(heldOn + name, 7) > 0))
    .map(({ personId }) => personId)
}

function bySecretary(at: Moment, commandOf: () => Command<void>): Act {
  return {
    at,
    perform: async (loading) => loading.act(at, await holderAt(loading, 'secretariat', at), commandOf()),
  }
}
