import { recordAttendance } from '#app/domain/committees/attendance.server'
import { sendPapers } from '#app/domain/committees/papers.server'
import { planSitting } from '#app/domain/committees/sittings.server'
import { saveScore } from '#app/domain/evaluation/scoring.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import { importAppointments } from '#app/domain/organisation/appointments.server'
import { importPeople, personIds } from '#app/domain/organisation/people.server'
import { importSeats } from '#app/domain/organisation/seats.server'
import { putOnAgenda } from '#app/domain/proposals/sitting-agenda.server'
import { awaitingCommittee } from '#tests/support/reviews.server'
import { remembering } from '#tests/support/remembering.server'
import type { SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'

/** So many more members of the 事務改善委員会, all of 福祉部. With 伊藤 (chair, 総務部) and 中村 (市民部) there are two more. */
export const seatMembers = remembering(
  'seatMembers',
  async (world: TestWorld, count: number): Promise<number[]> => {
    const numbers = Array.from({ length: count }, (_, place) => String(1001 + place).padStart(6, '0'))
    const since = { validFrom: '2024-04-01', validTo: null }
    await world.act(systemPersonId, async (ctx) => {
      await importPeople(
        ctx,
        numbers.map((employeeNumber, place) => ({
          ...{ employeeNumber, name: `委員　${place + 1}`, kana: `いいん　${place + 1}` },
          ...{ employmentType: 'regular', email: null },
        })),
      )
      await importAppointments(
        ctx,
        numbers.map((employeeNumber) => ({
          ...{ employeeNumber, departmentCode: '030000', postCode: 'deputy', kind: 'main', ...since },
        })),
      )
      await importSeats(
        ctx,
        numbers.map((employeeNumber) => ({
          ...{ body: 'improvementCommittee', role: 'member', employeeNumber, ...since },
        })),
      )
    })
    const ids = await personIds(world.reader)
    return numbers.map((number) => ids.get(number) ?? 0)
  },
)

/** A sitting of today with so many proposals on its agenda, all of them led by 市民課. */
export const plannedSitting = remembering(
  'plannedSitting',
  async (
    world: TestWorld,
    town: SmallTown,
    { items = 1, heldOn = '2026-06-01' }: { items?: number; heldOn?: string } = {},
  ) => {
    const { sittingId } = await world.act(town.people.kobayashi, (ctx) =>
      planSitting(ctx, { body: 'improvementCommittee', heldOn, startsAt: '午後3時', place: '庁議室' }),
    )
    const proposalIds: number[] = []
    for (let place = 1; place <= items; place += 1) {
      proposalIds.push(await awaitingCommittee(world, town, { title: `提案その${place}` }))
    }
    if (items > 0) {
      await world.act(town.people.kobayashi, (ctx) => putOnAgenda(ctx, { sittingId, proposalIds }))
    }
    return { sittingId, proposalIds, itemIds: await itemIdsOf(world, sittingId) }
  },
)

/** The same, ready to be scored. */
export const sittingToScore = remembering(
  'sittingToScore',
  async (world: TestWorld, town: SmallTown, options: { items?: number; heldOn?: string } = {}) => {
    const planned = await plannedSitting(world, town, options)
    await world.act(town.people.kobayashi, (ctx) => sendPapers(ctx, planned))
    return planned
  },
)

/** The meeting has begun with these people present. */
export async function begun(
  world: TestWorld,
  town: SmallTown,
  sittingId: number,
  personIds: readonly number[],
): Promise<void> {
  await world.act(town.people.kobayashi, (ctx) => recordAttendance(ctx, { sittingId, personIds }))
}

export async function score(
  world: TestWorld,
  by: number,
  agendaItemId: number,
  marks: readonly number[] = [3, 3, 3, 3, 3],
): Promise<void> {
  await world.act(by, (ctx) => saveScore(ctx, { agendaItemId, marks, opinion: '' }))
}

export async function itemIdsOf(world: TestWorld, sittingId: number): Promise<number[]> {
  const rows = await world.reader
    .selectFrom('agendaItems')
    .select('id')
    .where('sittingId', '=', sittingId)
    .orderBy('position')
    .execute()
  return rows.map(({ id }) => id)
}
