import { listRecusals } from '#app/domain/evaluation/recusals.server'
import { saveScore } from '#app/domain/evaluation/scoring.server'
import { listSeatHolders } from '#app/domain/organisation/seats.server'
import * as gaps from './gaps'
import type { Act, Loading } from './loading.server'
import type { Meeting } from './meetings.server'
import { moment, type Moment, workingDayBefore } from './moments'
import type { Proposal } from './proposals.server'

/** In the days before the meeting its members score everything from which they do not keep out. */
export function scoringActs(meeting: Meeting): Act[] {
  return [4, 3, 2, 1].map((daysBefore, turn) => {
    const at = moment(workingDayBefore(meeting.heldOn, daysBefore), 16 * 60)
    return { at, perform: (loading) => score(loading, meeting, at, (_, place) => place % 4 === turn) }
  })
}

interface Member {
  readonly personId: number
  readonly name: string
}

/** Those of the members whose turn it is. */
export async function score(
  loading: Loading,
  { id: sittingId, heldOn, matters }: Meeting,
  at: Moment,
  isDue: (member: Member, place: number) => boolean,
): Promise<void> {
  const members = await listSeatHolders(loading.db, 'improvementCommittee', heldOn)
  const items = await loading.db
    .selectFrom('agendaItems')
    .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
    .select(['agendaItems.id', 'agendaItems.proposalId', 'proposals.title'])
    .where('agendaItems.sittingId', '=', sittingId)
    .orderBy('agendaItems.position')
    .execute()
  const recusals = await listRecusals(loading.db, { sittingId, heldOn })
  for (const { personId, name } of members.filter(({ role }) => role !== 'clerk').filter(isDue)) {
    const keepsOut = new Set(
      recusals.filter((one) => one.personId === personId).map((one) => one.agendaItemId),
    )
    await loading.act(at, personId, async (ctx) => {
      for (const { id, proposalId, title } of items.filter((item) => !keepsOut.has(item.id))) {
        await saveScore(ctx, {
          agendaItemId: id,
          marks: gaps.marksOf(title, name, decisionOn(matters, proposalId)),
          opinion: '',
        })
      }
    })
  }
}

/** What the files say that came of it; nothing is known yet of what waits for the meeting to come. */
function decisionOn(matters: readonly Proposal[], proposalId: number): string {
  return matters.find(({ id }) => id === proposalId)?.line.committeeDecision ?? ''
}
