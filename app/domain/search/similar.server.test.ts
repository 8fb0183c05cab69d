import { expect, it } from 'vitest'
import { confirmed } from '#tests/support/practices.server'
import { submitted } from '#tests/support/proposals.server'
import { notified } from '#tests/support/reviews.server'
import { type PersonName, smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { findActor } from '../organisation/actor.server'
import { listSimilarSeenBy, type Sought } from './similar.server'

const nothing: Sought = {
  ...{ proposalId: null, title: '', text: '' },
  ...{ projectIds: [], departmentIds: [], effectTags: [] },
}

async function similar(world: TestWorld, town: SmallTown, name: PersonName, sought: Partial<Sought>) {
  const actor = await findActor(world.reader, town.people[name], '2026-06-01')
  return listSimilarSeenBy(world.reader, actor, { ...nothing, ...sought })
}

it('finds reports and published proposals by the title or by what is described', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await notified(world, town)
  await confirmed(world, town, { title: '待ち人数の掲示', before: '窓口の前に列ができていた。' })
  await confirmed(world, town, { title: '公用車の予約表', change: '予約を一覧にした。' })
  const byTitle = await similar(world, town, 'mori', { title: '窓口に番号札を置きたい' })
  expect(byTitle[0]).toMatchObject({ kind: 'proposal', id: proposalId, more: 0 })
  const bySituation = await similar(world, town, 'mori', { text: '窓口の前に列ができて困っています' })
  expect(bySituation.map(({ title }) => title)).toContain('待ち人数の掲示')
  expect(bySituation.map(({ title }) => title)).not.toContain('公用車の予約表')
})

it('shows nobody but the secretariat what is still under review', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await submitted(world, town)
  const sought = { title: '窓口に番号札を導入する' }
  expect(await similar(world, town, 'mori', sought)).toEqual([])
  expect(await similar(world, town, 'kobayashi', sought)).toMatchObject([{ id: proposalId }])
  expect(await similar(world, town, 'kobayashi', { ...sought, proposalId })).toEqual([])
})

it('finds an improvement of the same project first among equals, and none for an empty form', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await confirmed(world, town, { title: 'ふだをおく' })
  const found = await similar(world, town, 'mori', {
    title: 'ふだを おく',
    projectIds: [town.projects.counter],
  })
  expect(found.map(({ title }) => title)).toEqual(['ふだをおく'])
  expect(await similar(world, town, 'mori', {})).toEqual([])
})
