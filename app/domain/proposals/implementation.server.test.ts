import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { eventsOf, implementing, notAdopted, notified, stageOf } from '#tests/support/reviews.server'
import { type PersonName, type SmallTown, smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { findFactsSeenBy } from './facts.server'
import {
  abandonImplementation,
  completeImplementation,
  startImplementation,
  verifyEffect,
} from './implementation.server'
import { findImplementationSeenBy } from './implementation-lookup.server'
import { reportProgress, revertImplementation } from './implementation-report.server'

const start = { owner: '窓口係', plannedOn: '2026-10-01', nextReportOn: null }
const completion = {
  implementedOn: '2026-06-01',
  actualMinutesPerYear: 7_200,
  actualYenPerYear: null,
  recurring: 1,
  actualEffect: '待ち時間が平均5分短くなりました。',
  evidence: '6月の待ち時間の記録による。',
} as const
const progress = {
  status: 'inProgress',
  text: '番号札の機械を置きました。',
  nextReportOn: '2026-07-01',
} as const

async function underWay() {
  const world = await freshWorld()
  const town = await smallTown(world)
  return {
    world,
    town,
    proposalId: await implementing(world, town),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

const complete = (world: TestWorld, town: SmallTown, proposalId: number, change = {}) =>
  world.act(town.people.suzuki, (ctx) =>
    completeImplementation(ctx, { proposalId, ...completion, ...change }),
  )

it('goes from the notice to the verified effect', async () => {
  await using story = await underWay()
  const { world, town, proposalId } = story
  await world.act(town.people.tanaka, (ctx) => reportProgress(ctx, { proposalId, version: 2, ...progress }))
  await complete(world, town, proposalId)
  expect(await stageOf(world, proposalId)).toBe('implemented')
  await world.act(town.people.takahashi, (ctx) =>
    verifyEffect(ctx, { proposalId, verification: '記録を見て確かめました。' }),
  )
  expect(await stageOf(world, proposalId)).toBe('completed')
  expect((await eventsOf(world, proposalId)).slice(-4)).toEqual([
    'implementation.started',
    'implementation.reported',
    'implementation.completed',
    'implementation.verified',
  ])
  const reader = await findActor(world.reader, town.people.mori, '2026-06-01')
  const facts = await findFactsSeenBy(world.reader, reader, proposalId)
  expect(await findImplementationSeenBy(world.reader, facts, '2026-06-01')).toMatchObject({
    status: 'verified',
    departmentName: '市民課',
    actualMinutesPerYear: 7_200,
    recurring: true,
    project: { name: '窓口サービス事業' },
    reports: [{ status: 'inProgress', nextReportOn: '2026-07-01' }],
  })
})

it.each<PersonName>(['sato', 'watanabe', 'kobayashi', 'ito'])(
  '%s, who is not of the implementing department, starts nothing',
  async (name) => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    const proposalId = await notified(world, town)
    await expect(
      world.act(town.people[name], (ctx) => startImplementation(ctx, { proposalId, ...start })),
    ).rejects.toThrow('実施担当課の人です')
  },
)

it('nothing is to be carried out of what was not adopted', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await notified(world, town, notAdopted)
  await expect(
    world.act(town.people.suzuki, (ctx) => startImplementation(ctx, { proposalId, ...start })),
  ).rejects.toMatchObject({ name: 'NotFound' })
})

it('refuses a completion that is still to come, and a second one', async () => {
  await using story = await underWay()
  const { world, town, proposalId } = story
  await expect(complete(world, town, proposalId, { implementedOn: '2026-06-02' })).rejects.toMatchObject({
    field: 'implementedOn',
  })
  await complete(world, town, proposalId)
  await expect(complete(world, town, proposalId)).rejects.toThrow('実施の途中ではありません')
})

it('who did not see the latest report is shown it first', async () => {
  await using story = await underWay()
  const { world, town, proposalId } = story
  const report = (by: number, text: string) =>
    world.act(by, (ctx) => reportProgress(ctx, { proposalId, version: 2, ...progress, text }))
  await report(town.people.suzuki, '機械を置きました。')
  await expect(report(town.people.tanaka, '試しています。')).rejects.toMatchObject({
    name: 'ChangedMeanwhile',
    theirs: { text: '機械を置きました。', version: '3' },
  })
})

it('a report says when the next one comes', async () => {
  await using story = await underWay()
  const { world, town, proposalId } = story
  await expect(
    world.act(town.people.suzuki, (ctx) =>
      reportProgress(ctx, { proposalId, version: 2, ...progress, nextReportOn: '2026-06-01' }),
    ),
  ).rejects.toMatchObject({ field: 'nextReportOn' })
})

it.each<[PersonName, boolean, string]>([
  ['suzuki', false, 'reported the completion'],
  ['tanaka', false, 'is a colleague without the post'],
  ['mori', false, 'heads another department'],
  ['takahashi', true, 'heads the implementing department'],
  ['kobayashi', true, 'is the secretariat'],
  ['sato', true, 'proposed it'],
])('%s may verify: %s, who %s', async (name, may) => {
  await using story = await underWay()
  const { world, town, proposalId } = story
  await complete(world, town, proposalId)
  const verified = world.act(town.people[name], (ctx) =>
    verifyEffect(ctx, { proposalId, verification: '見た。' }),
  )
  await (may ? expect(verified).resolves.toBeUndefined() : expect(verified).rejects.toThrow())
})

it('the head who reported the completion does not verify it', async () => {
  await using story = await underWay()
  const { world, town, proposalId } = story
  const { takahashi } = town.people
  await world.act(takahashi, (ctx) => completeImplementation(ctx, { proposalId, ...completion }))
  await expect(
    world.act(takahashi, (ctx) => verifyEffect(ctx, { proposalId, verification: '見た。' })),
  ).rejects.toThrow('別の人が確認します')
})

it('an adoption can be given up, with its reason, before it starts and under way', async () => {
  await using story = await underWay()
  const { world, town, proposalId } = story
  const notStarted = await notified(world, town)
  for (const id of [proposalId, notStarted]) {
    await world.act(town.people.suzuki, (ctx) =>
      abandonImplementation(ctx, { proposalId: id, reason: '窓口の改修が延期されたため。' }),
    )
    expect(await stageOf(world, id)).toBe('closed')
  }
  await expect(complete(world, town, proposalId)).rejects.toThrow('実施の途中ではありません')
})

it('what was carried out can be undone with a lesson, and is then verified by nobody', async () => {
  await using story = await underWay()
  const { world, town, proposalId } = story
  const revert = () =>
    world.act(town.people.suzuki, (ctx) =>
      revertImplementation(ctx, { proposalId, lesson: '番号札の紙が足りなくなりました。' }),
    )
  await expect(revert()).rejects.toThrow('実施を終えた提案です')
  await complete(world, town, proposalId)
  await revert()
  const row = await world.reader.selectFrom('implementations').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ status: 'reverted', endReason: '番号札の紙が足りなくなりました。' })
  await expect(
    world.act(town.people.takahashi, (ctx) => verifyEffect(ctx, { proposalId, verification: '見た。' })),
  ).rejects.toThrow('実施の完了が報告された提案です')
})
