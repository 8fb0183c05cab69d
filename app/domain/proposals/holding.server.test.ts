import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { bringBackHeld } from '#app/jobs/come-back.server'
import { awaitingCommittee, decisionText, eventsOf, stageOf } from '#tests/support/reviews.server'
import { committeeMeets } from '#tests/support/meetings.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { decideProposal } from './committee-decision.server'
import { findLastHold, writeHoldNote } from './hold-notes.server'
import { findFacts } from './facts.server'
import { comeBack, holdForRecheck } from './holding.server'
import { isSeenBy } from './proposal'

async function held(recheckOn: string) {
  const world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await awaitingCommittee(world, town)
  await committeeMeets(world, town, proposalId)
  await world.act(town.people.ito, (ctx) =>
    holdForRecheck(ctx, {
      proposalId,
      reason: '窓口の改修の時期に合わせて考えます。',
      recheckOn,
      helperId: town.people.tanaka,
    }),
  )
  return { world, town, proposalId, [Symbol.asyncDispose]: () => world.close() }
}

async function runOn(world: TestWorld, day: string): Promise<void> {
  world.at(`${day}T00:05:00+09:00`)
  await bringBackHeld(world).run()
}

it('says at once who helps and when it comes back', async () => {
  await using story = await held('2026-12-01')
  const { world, proposalId } = story
  expect(await stageOf(world, proposalId)).toBe('onHold')
  expect(await findLastHold(world.reader, proposalId)).toEqual({
    ...{ isOpen: true, cameBackOn: null, notes: [] },
    reason: '窓口の改修の時期に合わせて考えます。',
    helperName: '田中　一郎',
    heldOn: '2026-06-01',
    recheckOn: '2026-12-01',
  })
})

it('is read by its helper while it is on hold, and no longer once it came back', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await awaitingCommittee(world, town)
  await committeeMeets(world, town, proposalId)
  const reads = async () => {
    const helper = await findActor(world.reader, town.people.mori, '2026-06-01')
    return isSeenBy(helper, await findFacts(world.reader, proposalId, '2026-06-01'))
  }
  expect(await reads()).toBe(false)
  const hold = { proposalId, reason: '時期を待ちます。', recheckOn: '2026-12-01' }
  await world.act(town.people.ito, (ctx) => holdForRecheck(ctx, { ...hold, helperId: town.people.mori }))
  expect(await reads()).toBe(true)
  await runOn(world, '2026-12-01')
  expect(await reads()).toBe(false)
})

it('comes back with what its helper wrote down, and nobody else writes', async () => {
  await using story = await held('2026-12-01')
  const { world, town, proposalId } = story
  const write = (by: number, note: string) => world.act(by, (ctx) => writeHoldNote(ctx, { proposalId, note }))
  await write(town.people.tanaka, '一つの窓口で試した。')
  for (const by of [town.people.ito, town.people.kobayashi, town.people.sato, town.people.takahashi])
    await expect(write(by, '横から')).rejects.toThrow('伴走する人です')
  world.at('2026-08-03T09:00:00+09:00')
  await write(town.people.tanaka, '待ち時間が半分になった。')
  await runOn(world, '2026-12-01')
  await expect(write(town.people.tanaka, 'もう一つ')).rejects.toThrow('育てている間')
  const last = await findLastHold(world.reader, proposalId)
  expect(last).toMatchObject({ isOpen: false, cameBackOn: '2026-12-01', helperName: '田中　一郎' })
  expect(last?.notes).toEqual([
    { note: '一つの窓口で試した。', writtenOn: '2026-06-01' },
    { note: '待ち時間が半分になった。', writtenOn: '2026-08-03' },
  ])
})

it('comes back by itself on its day, not a day before, and once', async () => {
  await using story = await held('2026-12-01')
  const { world, proposalId } = story
  await runOn(world, '2026-11-30')
  expect(await stageOf(world, proposalId)).toBe('onHold')
  await runOn(world, '2026-12-01')
  expect(await stageOf(world, proposalId)).toBe('awaitingCommittee')
  await runOn(world, '2026-12-02')
  expect((await eventsOf(world, proposalId)).filter((kind) => kind === 'proposal.cameBack')).toHaveLength(1)
})

it('comes back when nobody was running on its day', async () => {
  await using story = await held('2026-12-01')
  await runOn(story.world, '2026-12-05')
  expect(await stageOf(story.world, story.proposalId)).toBe('awaitingCommittee')
})

it('comes back on 1 April, however far its day is', async () => {
  await using story = await held('2030-03-31')
  await runOn(story.world, '2027-03-31')
  expect(await stageOf(story.world, story.proposalId)).toBe('onHold')
  await runOn(story.world, '2027-04-01')
  expect(await stageOf(story.world, story.proposalId)).toBe('awaitingCommittee')
})

it('is brought back by nobody but the system', async () => {
  await using story = await held('2026-12-01')
  const { world, town, proposalId } = story
  await expect(world.act(town.people.kobayashi, (ctx) => comeBack(ctx, { proposalId }))).rejects.toThrow(
    '自動で委員会に戻ります',
  )
})

it('can be decided before its day, which ends the hold', async () => {
  await using story = await held('2026-12-01')
  const { world, town, proposalId } = story
  await committeeMeets(world, town, proposalId)
  await world.act(town.people.ito, (ctx) => decideProposal(ctx, { proposalId, ...decisionText(town) }))
  expect(await stageOf(world, proposalId)).toBe('decided')
  expect(await findLastHold(world.reader, proposalId)).toMatchObject({ isOpen: false })
})

it('needs a helper in service and a day to come', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await awaitingCommittee(world, town)
  await committeeMeets(world, town, proposalId)
  const hold = (change: object) =>
    world.act(town.people.ito, (ctx) =>
      decideProposal(ctx, {
        proposalId,
        ...decisionText(town, {
          decision: 'continued',
          recheckOn: '2026-12-01',
          helperId: town.people.tanaka,
        }),
        ...change,
      }),
    )
  await expect(hold({ helperId: 999 })).rejects.toMatchObject({ field: 'helperId' })
  await expect(hold({ helperId: null })).rejects.toMatchObject({ field: 'helperId' })
  await expect(hold({ recheckOn: '2026-06-01' })).rejects.toMatchObject({ field: 'recheckOn' })
  await hold({})
  expect(await stageOf(world, proposalId)).toBe('onHold')
  const recorded = await world.reader.selectFrom('decisions').select(['decision', 'recheckOn']).execute()
  expect(recorded).toEqual([{ decision: 'continued', recheckOn: '2026-12-01' }])
})
