import { expect, it } from 'vitest'
import { sendPapers } from '#app/domain/committees/papers.server'
import { declareRecusal } from '#app/domain/evaluation/declaring.server'
import { findActor } from '#app/domain/organisation/actor.server'
import { accepted } from '#tests/support/proposals.server'
import { awaitingCommittee, decided } from '#tests/support/reviews.server'
import { committeeMeets } from '#tests/support/meetings.server'
import { plannedSitting } from '#tests/support/sittings.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listTriage } from './committee-triage.server'
import { countTriage, listTriageDepartments } from './committee-triage-filters.server'
import { referToCouncil } from './council.server'
import { holdForRecheck } from './holding.server'

async function committee() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const actorOf = (name: PersonName, day = '2026-06-01') => findActor(world.reader, town.people[name], day)
  return { world, town, actorOf, [Symbol.asyncDispose]: () => world.close() }
}

it('lists what awaits the committee, the longest waiting first, with what the departments say', async () => {
  await using story = await committee()
  const { world, town, actorOf } = story
  await accepted(world, town, { title: 'まだ検討中' })
  await awaitingCommittee(world, town, { title: '先に着いた提案' })
  world.at('2026-06-02T09:00:00+09:00')
  await awaitingCommittee(world, town, { title: '後に着いた提案' })
  await decided(world, town)

  const { entries, next } = await listTriage(world.reader, await actorOf('ito'), { view: 'waiting' })
  expect(entries.map(({ title, stances }) => [title, stances])).toEqual([
    ['先に着いた提案', ['do', 'do']],
    ['後に着いた提案', ['do', 'do']],
  ])
  expect(entries[0]).toMatchObject({ leadDepartmentName: '市民課', stage: 'awaitingCommittee' })
  expect(next).toBeNull()
})

it('says from which matters a member is recused', async () => {
  await using story = await committee()
  const { world, town, actorOf } = story
  await awaitingCommittee(world, town, { by: 'ito' })
  const recused = async (name: PersonName) =>
    (await listTriage(world.reader, await actorOf(name), { view: 'waiting' })).entries.map(
      (entry) => entry.ownGround,
    )
  expect(await recused('ito')).toEqual(['author'])
  expect(await recused('nakamura')).toEqual(['leadBureau'])
  expect(await recused('kobayashi')).toEqual([null])
})

it('says to a member who declared to keep out of an item on the agenda, and to nobody else, that it was declared', async () => {
  await using story = await committee()
  const { world, town, actorOf } = story
  const { sittingId, itemIds } = await plannedSitting(world, town, { items: 2 })
  await world.act(town.people.kobayashi, (ctx) => sendPapers(ctx, { sittingId }))
  await world.act(town.people.ito, (ctx) =>
    declareRecusal(ctx, { agendaItemId: itemIds[1] ?? 0, reason: '親族が関わるため' }),
  )
  const grounds = async (name: PersonName) =>
    (await listTriage(world.reader, await actorOf(name), { view: 'waiting' })).entries.map(
      ({ openItemId, ownGround }) => [openItemId, ownGround],
    )
  expect(await grounds('ito')).toEqual([
    [itemIds[0], null],
    [itemIds[1], 'declared'],
  ])
  expect((await grounds('kobayashi')).map(([, ground]) => ground)).toEqual([null, null])
})

it('says what is on an agenda already, until the meeting has dealt with it', async () => {
  await using story = await committee()
  const { world, town, actorOf } = story
  const waiting = await awaitingCommittee(world, town)
  const onAgenda = await awaitingCommittee(world, town)
  await committeeMeets(world, town, onAgenda)
  const { entries } = await listTriage(world.reader, await actorOf('ito'), { view: 'waiting' })
  expect(entries.map(({ id, openItemId }) => [id, openItemId !== null])).toEqual([
    [waiting, false],
    [onAgenda, true],
  ])
})

it('holds no name and nothing of a person', async () => {
  await using story = await committee()
  const { world, town, actorOf } = story
  await awaitingCommittee(world, town)
  const page = JSON.stringify(await listTriage(world.reader, await actorOf('kobayashi'), { view: 'waiting' }))
  expect(page).not.toContain('佐藤')
  expect(page).not.toContain('税務課')
})

it('keeps what is in the council and what is held apart, until a held one’s day has come', async () => {
  await using story = await committee()
  const { world, town, actorOf } = story
  const held = await awaitingCommittee(world, town)
  const referred = await awaitingCommittee(world, town)
  await committeeMeets(world, town, held, referred)
  await world.act(town.people.ito, async (ctx) => {
    await holdForRecheck(ctx, {
      ...{ proposalId: held, reason: '様子を見ます。' },
      ...{ recheckOn: '2026-06-10', helperId: town.people.tanaka },
    })
    await referToCouncil(ctx, {
      ...{ proposalId: referred, kind: 'report', subject: '番号札', summary: '報告します。' },
      requestedDecision: '',
    })
  })
  const ito = await actorOf('ito')
  expect(await countTriage(world.reader, ito)).toEqual({ waiting: 0, inCouncil: 1, onHold: 1 })
  expect(await countTriage(world.reader, await actorOf('ito', '2026-06-10'))).toEqual({
    waiting: 1,
    inCouncil: 1,
    onHold: 0,
  })
  const { entries } = await listTriage(world.reader, ito, { view: 'onHold' })
  expect(entries).toMatchObject([{ id: held, recheckOn: '2026-06-10' }])
})

it('shows the council only what was referred to it', async () => {
  await using story = await committee()
  const { world, town, actorOf } = story
  await awaitingCommittee(world, town)
  expect(await countTriage(world.reader, await actorOf('kato'))).toEqual({
    waiting: 0,
    inCouncil: 0,
    onHold: 0,
  })
})

it('is not for whoever has no seat', async () => {
  await using story = await committee()
  const { world, actorOf } = story
  await expect(listTriage(world.reader, await actorOf('takahashi'), { view: 'waiting' })).rejects.toThrow(
    'この一覧を見られるのは',
  )
})

it('is filtered by the lead department and paged', async () => {
  await using story = await committee()
  const { world, town, actorOf } = story
  for (let made = 0; made < 22; made += 1) await awaitingCommittee(world, town)
  const ito = await actorOf('ito')
  expect(await listTriageDepartments(world.reader, ito)).toEqual([
    { id: town.departments.citizens, name: '市民課' },
  ])
  const filter = { view: 'waiting', leadDepartmentId: town.departments.citizens } as const
  const first = await listTriage(world.reader, ito, filter)
  const second = await listTriage(world.reader, ito, { ...filter, after: first.next ?? undefined })
  expect([first.entries.length, second.entries.length, second.next]).toEqual([20, 2, null])
  const elsewhere = await listTriage(world.reader, ito, {
    ...filter,
    leadDepartmentId: town.departments.tax,
  })
  expect(elsewhere.entries).toEqual([])
})
