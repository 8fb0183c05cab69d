import { expect, it } from 'vitest'
import { confirmed } from '#tests/support/practices.server'
import { submitted } from '#tests/support/proposals.server'
import { notAdopted, notified } from '#tests/support/reviews.server'
import { type PersonName, smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { findActor } from '../organisation/actor.server'
import { returnForRevision } from '../proposals/intake.server'
import { closeProposal } from '../proposals/notice.server'
import { resubmitProposal } from '../proposals/resubmission.server'
import { listSimilarCases, listSimilarSeenBy, type Sought } from './similar.server'

const nothing: Sought = {
  ...{ own: null, title: '', text: '' },
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
  expect(
    await similar(world, town, 'kobayashi', { ...sought, own: { kind: 'proposal', id: proposalId } }),
  ).toEqual([])
})

it('never shows its author what is being proposed anew, nor what stood there before', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const title = '窓口に番号札を導入する'
  const first = await notified(world, town, notAdopted)
  await world.act(town.people.kobayashi, (ctx) => closeProposal(ctx, { proposalId: first, reason: '' }))
  const { proposalId: id } = await world.act(town.people.sato, (ctx) =>
    resubmitProposal(ctx, { proposalId: first }),
  )
  const own = { kind: 'proposal', id } as const
  const seenBy = async (name: PersonName, sought: Partial<Sought>) =>
    (await similar(world, town, name, { title, ...sought })).map((one) => one.id)
  expect(await seenBy('sato', {})).toEqual([first])
  expect(await seenBy('sato', { own })).toEqual([])
  expect(await seenBy('mori', { own }), 'what is missing tells nobody else whose it is').toEqual([first])
})

it('shows nobody a proposal as similar to itself, not even the secretariat one of its own that was returned', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await submitted(world, town, { by: 'kobayashi' })
  await world.act(town.people.kobayashi, (ctx) =>
    returnForRevision(ctx, { proposalId, missing: '対象の課が分かりません。' }),
  )
  const title = '窓口に番号札を導入する'
  expect(await similar(world, town, 'kobayashi', { title })).toMatchObject([{ id: proposalId }])
  const own = { kind: 'proposal', id: proposalId } as const
  expect(await similar(world, town, 'kobayashi', { title, own })).toEqual([])
})

it('leaves out the improvement that is asked about, as one of one’s own', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await confirmed(world, town, { title: '窓口に番号札を置いた' })
  const [found] = await similar(world, town, 'mori', { title: '窓口に番号札を置いた' })
  if (!found) throw new Error('it is there')
  expect(await similar(world, town, 'mori', { title: '窓口に番号札を置いた', own: found })).toEqual([])
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

it('compares a report with what is on the shelf, not with what was only proposed, and leaves out what it copies', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await notified(world, town, notAdopted)
  await confirmed(world, town, { title: '窓口に番号札を置く' })
  const actor = await findActor(world.reader, town.people.mori, '2026-06-01')
  const sought = { ...nothing, title: '窓口に番号札を導入する' }
  const cases = await listSimilarCases(world.reader, actor, sought)
  expect(cases).toMatchObject([
    { kind: 'improvement', title: '窓口に番号札を置く', departmentId: town.departments.citizens },
  ])
  const own = { kind: 'improvement', id: cases[0]?.id ?? 0 } as const
  expect(await listSimilarCases(world.reader, actor, { ...sought, own })).toEqual([])
  expect(await listSimilarCases(world.reader, actor, nothing)).toEqual([])
})

it('leads from a report to the improvement that came of a proposal, which can be copied', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await notified(world, town)
  const actor = await findActor(world.reader, town.people.mori, '2026-06-01')
  const { id } = await world.reader.selectFrom('improvements').select('id').executeTakeFirstOrThrow()
  const cases = await listSimilarCases(world.reader, actor, { ...nothing, title: '窓口に番号札を導入する' })
  expect(cases.map((one) => [one.kind, one.id])).toEqual([['improvement', id]])
})
