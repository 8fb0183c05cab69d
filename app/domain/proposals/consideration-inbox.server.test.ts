import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, considerationsOf } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { countInbox, listInbox, listOpenInbox } from './consideration-inbox.server'
import type { InboxFilter, InboxOrder } from './consideration-inbox'
import { extendConsideration } from './consideration-extension.server'
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
  const second = await listInbox(world.reader, actor, { view: 'open' }, first.next ?? undefined)
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

it('is narrowed by state and by a part of the title or the number, on the screen and in the file alike', async () => {
  await using inbox = await inboxOf('takahashi')
  const { world, town, actor } = inbox
  const taken = await accepted(world, town, { title: '窓口の番号札' })
  await accepted(world, town, { title: '会議資料をPDFに' })
  const considerationId = (await considerationsOf(world, taken)).get(town.departments.citizens) ?? 0
  await world.act(actor.personId, (ctx) => takeUpConsideration(ctx, { considerationId }))

  const found = async (filter: Omit<InboxFilter, 'view'>) => {
    const { entries } = await listInbox(world.reader, actor, { view: 'open', ...filter })
    const inFile = await listOpenInbox(world.reader, actor, filter)
    expect(inFile.map(({ title }) => title)).toEqual(entries.map(({ title }) => title))
    return entries.map(({ title }) => title)
  }
  expect(await found({ state: 'waiting' })).toEqual(['会議資料をPDFに'])
  expect(await found({ state: 'underWay' })).toEqual(['窓口の番号札'])
  expect(await found({ state: 'late' })).toEqual([])
  expect(await found({ text: 'ｐｄｆ' })).toEqual(['会議資料をPDFに'])
  expect(await found({ text: 'r8-001' })).toEqual(['窓口の番号札'])
  expect(await found({ text: '100%_' })).toEqual([])
  expect(await found({ state: 'waiting', text: '窓口' })).toEqual([])
  const later = { ...actor, today: '2026-12-01' }
  expect((await listInbox(world.reader, later, { view: 'open', state: 'late' })).entries).toHaveLength(2)
})

it('is narrowed by what the proposal expects to get better, whole codes alone', async () => {
  await using inbox = await inboxOf('takahashi')
  const { world, town, actor } = inbox
  await accepted(world, town, { title: '番号札', effectTags: ['time', 'service'] })
  const answered = await accepted(world, town, { title: '発券機', effectTags: ['service'] })
  await accepted(world, town, { title: '椅子' })
  const titles = async (filter: InboxFilter) =>
    (await listInbox(world.reader, actor, filter)).entries.map(({ title }) => title)
  expect(await titles({ view: 'open', effect: 'service' })).toEqual(['番号札', '発券機'])
  expect(await titles({ view: 'open', effect: 'time', text: '札' })).toEqual(['番号札'])
  expect(await titles({ view: 'open', effect: 'cost' })).toEqual([])
  expect(await listOpenInbox(world.reader, actor, { effect: 'service' })).toHaveLength(2)
  const { citizens } = town.departments
  await answer(world, actor.personId, (await considerationsOf(world, answered)).get(citizens) ?? 0)
  expect(await titles({ view: 'answered', effect: 'service' })).toEqual(['発券機'])
  expect(await titles({ view: 'answered', effect: 'time' })).toEqual([])
})

it('says which of them the reader may answer', async () => {
  await using inbox = await inboxOf('takahashi')
  const { world, town, actor } = inbox
  await accepted(world, town)
  const member = await findActor(world.reader, town.people.suzuki, '2026-06-01')
  for (const [reader, isHeaded] of [
    [actor, 1],
    [member, 0],
  ] as const)
    expect((await listInbox(world.reader, reader, { view: 'open' })).entries).toMatchObject([{ isHeaded }])
})

it('is in the order of due days, or in the order of asking', async () => {
  await using inbox = await inboxOf('takahashi')
  const { world, town, actor } = inbox
  const first = await accepted(world, town, { title: '先に照会' })
  await accepted(world, town, { title: '後に照会' })
  const considerationId = (await considerationsOf(world, first)).get(town.departments.citizens) ?? 0
  await world.act(actor.personId, (ctx) =>
    extendConsideration(ctx, { considerationId, dueOn: '2026-07-10', reason: '見積もりを待つため。' }),
  )
  const titles = async (order: InboxOrder) =>
    (await listInbox(world.reader, actor, { view: 'open', order })).entries.map(({ title }) => title)
  expect(await titles('due')).toEqual(['後に照会', '先に照会'])
  expect(await titles('asked')).toEqual(['先に照会', '後に照会'])
})
