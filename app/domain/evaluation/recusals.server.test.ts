import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { mergeInto } from '#app/domain/proposals/merging.server'
import { submitted } from '#tests/support/proposals.server'
import { seatMembers, sittingToScore } from '#tests/support/sittings.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { declareRecusal } from './declaring.server'
import { findOwnGrounds, listRecusals } from './recusals.server'

it('tells each about oneself what the list of all says', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { people, departments } = town
  const members = await seatMembers(world, 2)
  const heldOn = '2026-06-01'
  const { sittingId, itemIds, proposalIds } = await sittingToScore(world, town, { items: 4, heldOn })
  await world.act(members[0]!, (ctx) => declareRecusal(ctx, { agendaItemId: itemIds[0]!, reason: '親族' }))
  await world.writer
    .updateTable('proposals')
    .set({ leadDepartmentId: departments.welfare })
    .where('id', '=', proposalIds[1]!)
    .execute()
  await world.writer
    .updateTable('authorships')
    .set({ personId: members[1]! })
    .where('proposalId', '=', proposalIds[2]!)
    .execute()

  const merged = await submitted(world, town, { title: '同じ案' })
  await world.writer
    .updateTable('authorships')
    .set({ personId: people.ito })
    .where('proposalId', '=', merged)
    .execute()
  await world.act(people.kobayashi, (ctx) =>
    mergeInto(ctx, { proposalId: merged, intoId: proposalIds[3]!, reason: '同じ内容です。' }),
  )

  const items = await world.reader
    .selectFrom('agendaItems')
    .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
    .select(['agendaItems.id', 'agendaItems.proposalId', 'proposals.leadDepartmentId'])
    .where('agendaItems.sittingId', '=', sittingId)
    .execute()
  const all = await listRecusals(world.reader, { sittingId, heldOn })
  const told = []
  for (const personId of [...members, ...Object.values(people)]) {
    const actor = await findActor(world.reader, personId, heldOn)
    if (!actor) continue
    const groundsOf = await findOwnGrounds(world.reader, actor, {
      ...{ id: sittingId, body: 'improvementCommittee', heldOn },
    })
    for (const item of items) {
      for (const ground of groundsOf(item)) told.push({ agendaItemId: item.id, personId, ground })
    }
  }
  const inOrder = (recusals: readonly { agendaItemId: number; personId: number; ground: string }[]) =>
    recusals.map((recusal) => `${recusal.agendaItemId} ${recusal.personId} ${recusal.ground}`).toSorted()
  expect(inOrder(told)).toEqual(inOrder(all))
  expect(all).toContainEqual({ agendaItemId: itemIds[3], personId: people.ito, ground: 'author' })
  expect(new Set(all.map(({ ground }) => ground))).toEqual(new Set(['author', 'declared', 'leadBureau']))
})
