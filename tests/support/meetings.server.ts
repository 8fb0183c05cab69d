import { recordAttendance } from '#app/domain/committees/attendance.server'
import type { SittingBody } from '#app/domain/committees/sitting'
import { planSitting } from '#app/domain/committees/sittings.server'
import { dayOf, instantOf } from '#app/domain/calendar'
import { putOnAgenda } from '#app/domain/proposals/sitting-agenda.server'
import type { SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'

/** Who keeps the papers of the meeting, and who is there. */
interface Company {
  readonly secretariat: number
  readonly present: readonly number[]
}

/** A meeting of today in which these proposals are dealt with, begun with these people present. */
export async function meet(
  world: TestWorld,
  body: SittingBody,
  proposalIds: readonly number[],
  { secretariat, present }: Company,
): Promise<{ sittingId: number }> {
  const heldOn = dayOf(instantOf(world.now()))
  return world.act(secretariat, async (ctx) => {
    const { sittingId } = await planSitting(ctx, { body, heldOn, startsAt: '', place: '' })
    await putOnAgenda(ctx, { sittingId, proposalIds })
    await recordAttendance(ctx, { sittingId, personIds: present })
    return { sittingId }
  })
}

/** 事務改善委員会 of the small town, with its chair 伊藤 and 中村. */
export function committeeMeets(world: TestWorld, { people }: SmallTown, ...proposalIds: number[]) {
  const present = [people.ito, people.nakamura]
  return meet(world, 'improvementCommittee', proposalIds, { secretariat: people.kobayashi, present })
}

/** 政策会議 of the small town. */
export function councilMeets(world: TestWorld, { people }: SmallTown, ...proposalIds: number[]) {
  const company = { secretariat: people.kobayashi, present: [people.kato] }
  return meet(world, 'policyCouncil', proposalIds, company)
}
