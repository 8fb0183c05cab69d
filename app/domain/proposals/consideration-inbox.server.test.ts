import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, considerationsOf } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { countInbox, listInbox } from './consideration-inbox.server'
import { takeUpConsideration } from './consideration.server'
import { withdrawProposal } from './withdrawal.server'

async function inboxOf(person: 'takahashi' | 'suzuki' | 'mori') {
  const world = await freshWorld()
  const town = await smallTown(world)
  const actor = await findActor(world.reader, town.people[person], '2026-06-01')
  return { world, town, actor, [Symbol.asyncDispose]: () => world.close() }
}

it('shows what the own department was asked, and what it has answered apart', async () => {
  await using inbox = await inboxOf('takahashi')
  const { world, town, actor } = inbox
  const answered = await accepted(world, town, { title: '答えた提案' })
  const open = await accepted(world, town, { title: '待っている提案' })
  const { citizens } = town.departments
  await answer(world, actor.personId, (await considerationsOf(world, answered)).get(citizens) ?? 0)

  const titles = async (view: 'open' | 'answered') =>
    (await listInbox(world.reader, actor, { view })).entries.map(({ title }) => title)
  expect(await titles('open')).toEqual(['待っている提案'])
  expect(await titles('answered')).toEqual(['答えた提案'])
  expect(await countInbox(world.reader, actor)).toEqual({ open: 1, notTakenUp: 1 })

  const considerationId = (await considerationsOf(world, open)).get(citizens) ?? 0
  await world.act(actor.personId, (ctx) => takeUpConsideration(ctx, { considerationId }))
  expect(await countInbox(world.reader, actor)).toEqual({ open: 1, notTakenUp: 0 })
})

it('pages by due day, each record once', async () => {
  await using inbox = await inboxOf('suzuki')
  const { world, town, actor } = inbox
  for (let made = 0; made < 25; made += 1) await accepted(world, town)
  const first = await listInbox(world.reader, actor, { view: 'open' })
  const second = await listInbox(world.reader, actor, { view: 'open', after: first.next ?? undefined })
  expect([first.entries.length, second.entries.length, second.next]).toEqual([20, 5, null])
  const ids = [...first.entries, ...second.entries].map(({ id }) => id)
  expect(new Set(ids).size).toBe(25)
})

it('leaves out what was withdrawn meanwhile', async () => {
  await using inbox = await inboxOf('takahashi')
  const { world, town, actor } = inbox
  const proposalId = await accepted(world, town)
  await world.act(town.people.sato, (ctx) => withdrawProposal(ctx, { proposalId, reason: '' }))
  expect((await listInbox(world.reader, actor, { view: 'open' })).entries).toEqual([])
})

it('is empty for a department that was not asked, and says nothing of others', async () => {
  await using inbox = await inboxOf('mori')
  const { world, town, actor } = inbox
  await accepted(world, town)
  expect((await listInbox(world.reader, actor, { view: 'open' })).entries).toEqual([])
  expect(await countInbox(world.reader, actor)).toEqual({ open: 0, notTakenUp: 0 })
})
