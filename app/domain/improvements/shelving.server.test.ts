import { expect, it } from 'vitest'
import { notified } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import {
  abandonImplementation,
  completeImplementation,
  startImplementation,
  verifyEffect,
} from '../proposals/implementation.server'
import { searchImprovements } from '../search/finding.server'
import { readQuery } from '../search/query'
import { findImprovement } from './lookup.server'

const shelf = (world: TestWorld) =>
  world.reader
    .selectFrom('improvements')
    .select([
      'id',
      'proposalId',
      'state',
      'minutesPerYear',
      'yenPerYear',
      'recurring',
      'implementedOn',
      'authors',
    ])
    .orderBy('id')
    .execute()

it('an adopted proposal is on the shelf from the notice on, and its row follows the implementation', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await notified(world, town)
  expect(await shelf(world)).toMatchObject([{ proposalId, state: 'notStarted', implementedOn: null }])

  await world.act(town.people.suzuki, (ctx) =>
    startImplementation(ctx, { proposalId, owner: '窓口係', plannedOn: '2026-10-01', nextReportOn: null }),
  )
  expect(await shelf(world)).toMatchObject([{ state: 'preparing' }])

  world.at('2026-10-05T09:00:00+09:00')
  await world.act(town.people.suzuki, (ctx) =>
    completeImplementation(ctx, {
      ...{ proposalId, implementedOn: '2026-10-01', actualEffect: '待ち時間が半分になった。', evidence: '' },
      ...{
        actualMinutesPerYear: 3_000,
        actualYenPerYear: null,
        recurring: 0,
        projectId: town.projects.counter,
      },
    }),
  )
  expect(await shelf(world)).toMatchObject([
    { state: 'implemented', minutesPerYear: 3_000, recurring: 0, implementedOn: '2026-10-01' },
  ])
  await world.act(town.people.takahashi, (ctx) =>
    verifyEffect(ctx, { proposalId, verification: '窓口で確かめました。' }),
  )
  const [row] = await shelf(world)
  expect(row?.state).toBe('verified')
  expect(await findImprovement(world.reader, row?.id ?? 0, '2026-06-01')).toMatchObject({
    proposal: { actualEffect: '待ち時間が半分になった。', verification: '窓口で確かめました。' },
    projects: [{ id: town.projects.counter }],
  })
})

it('what is not carried out after all stays on the shelf and says so', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await notified(world, town)
  await world.act(town.people.takahashi, (ctx) =>
    abandonImplementation(ctx, { proposalId, reason: '法令の改正で要らなくなりました。' }),
  )
  expect(await shelf(world)).toMatchObject([{ state: 'abandoned' }])
})

it('a proposal that was declined is not on the shelf', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await notified(world, town, { decision: 'adoptedInSpirit' })
  expect(await shelf(world)).toEqual([])
})

it('finds an adopted proposal by a word of its text', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await notified(world, town)
  const { proposal } = await world.reader
    .selectFrom('proposals')
    .select('proposal')
    .where('id', '=', proposalId)
    .executeTakeFirstOrThrow()
  const query = readQuery(proposal.slice(0, 4))
  if (!query) throw new Error('the proposal begins with a word')
  expect((await searchImprovements(world.reader, query, {}, {})).total).toBe(1)
})
