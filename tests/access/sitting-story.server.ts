import { recordAttendance } from '#app/domain/committees/attendance.server'
import { sendPapers } from '#app/domain/committees/papers.server'
import type { SittingBody } from '#app/domain/committees/sitting'
import { planSitting } from '#app/domain/committees/sittings.server'
import { putOnAgenda } from '#app/domain/proposals/sitting-agenda.server'
import { itemIdsOf } from '#tests/support/sittings.server'
import type { Telling } from './story.server'

/** One sitting for each step of a meeting. */
export interface Sittings {
  readonly planned: number
  readonly scoring: number
  readonly begun: number
  /** Begun, with nothing left to deal with. */
  readonly emptied: number
  readonly council: number
  /** The one item of each. */
  readonly items: Readonly<Record<'planned' | 'scoring' | 'begun' | 'council', number>>
}

interface Matters {
  readonly onAgenda: number
  readonly toScore: number
  readonly inMeeting: number
  readonly beforeCouncil: number
}

export async function makeSittings(telling: Telling, matters: Matters): Promise<Sittings> {
  const { world, players } = telling
  const planned = await plan(telling, 'improvementCommittee', '2026-06-10', [matters.onAgenda])
  const scoring = await plan(telling, 'improvementCommittee', '2026-06-08', [matters.toScore])
  await world.act(players.secretariat, (ctx) => sendPapers(ctx, { sittingId: scoring }))
  const begun = await plan(telling, 'improvementCommittee', '2026-06-01', [matters.inMeeting])
  const emptied = await plan(telling, 'improvementCommittee', '2026-06-01', [])
  const council = await plan(telling, 'policyCouncil', '2026-06-01', [matters.beforeCouncil])
  await begin(telling, begun, [players.chair, players.recused])
  await begin(telling, emptied, [players.chair, players.recused])
  await begin(telling, council, [players.council])
  const itemOf = async (sittingId: number) => (await itemIdsOf(world, sittingId))[0] ?? 0
  return {
    ...{ planned, scoring, begun, emptied, council },
    items: {
      planned: await itemOf(planned),
      scoring: await itemOf(scoring),
      begun: await itemOf(begun),
      council: await itemOf(council),
    },
  }
}

async function plan(
  { world, players }: Telling,
  body: SittingBody,
  heldOn: string,
  proposalIds: readonly number[],
): Promise<number> {
  const { sittingId } = await world.act(players.secretariat, (ctx) =>
    planSitting(ctx, { body, heldOn, startsAt: '', place: '' }),
  )
  await world.act(players.secretariat, (ctx) => putOnAgenda(ctx, { sittingId, proposalIds }))
  return sittingId
}

async function begin({ world, players }: Telling, sittingId: number, personIds: readonly number[]) {
  await world.act(players.secretariat, (ctx) => recordAttendance(ctx, { sittingId, personIds }))
}
