import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { awaitingCommittee, decisionText, eventsOf, stageOf } from '#tests/support/reviews.server'
import { committeeMeets, councilMeets } from '#tests/support/meetings.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { decideProposal } from './committee-decision.server'
import { listReferralsSeenBy } from './committee-lookup.server'
import { recordCouncilOutcome, referToCouncil } from './council.server'

const motion = {
  kind: 'motion',
  subject: '窓口の番号札',
  summary: '全庁の窓口に番号札を置くかどうか。',
  requestedDecision: '全庁での導入',
} as const

async function referred() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await awaitingCommittee(world, town)
  await committeeMeets(world, town, proposalId)
  await world.act(town.people.ito, (ctx) => referToCouncil(ctx, { proposalId, ...motion }))
  const outcome = (by: number, decision: Parameters<typeof recordCouncilOutcome>[1]['decision']) =>
    world.act(by, (ctx) => recordCouncilOutcome(ctx, { proposalId, outcome: '了承した。', decision }))
  return { world, town, proposalId, outcome, [Symbol.asyncDispose]: () => world.close() }
}

it('a matter goes before 政策会議, where the committee no longer decides', async () => {
  await using story = await referred()
  const { world, town, proposalId } = story
  expect(await stageOf(world, proposalId)).toBe('inCouncil')
  await expect(
    world.act(town.people.ito, (ctx) => decideProposal(ctx, { proposalId, ...decisionText(town) })),
  ).rejects.toThrow('政策会議で審議中です')
})

it('a motion says what is to be decided', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await awaitingCommittee(world, town)
  await committeeMeets(world, town, proposalId)
  await expect(
    world.act(town.people.ito, (ctx) =>
      referToCouncil(ctx, { proposalId, ...motion, requestedDecision: '' }),
    ),
  ).rejects.toMatchObject({ field: 'requestedDecision' })
})

it('the council decides itself', async () => {
  await using story = await referred()
  const { world, town, proposalId, outcome } = story
  await councilMeets(world, town, proposalId)
  await outcome(town.people.kato, decisionText(town))
  expect(await stageOf(world, proposalId)).toBe('decided')
  const { body } = await world.reader.selectFrom('decisions').select('body').executeTakeFirstOrThrow()
  expect(body).toBe('policyCouncil')
})

it('or gives the matter back to the committee', async () => {
  await using story = await referred()
  const { world, town, proposalId, outcome } = story
  await councilMeets(world, town, proposalId)
  await outcome(town.people.kobayashi, null)
  expect(await stageOf(world, proposalId)).toBe('inCommittee')
  expect((await eventsOf(world, proposalId)).at(-1)).toBe('proposal.returnedFromCouncil')
})

it('nothing comes of it outside a meeting of the council', async () => {
  await using story = await referred()
  const { world, town, proposalId, outcome } = story
  await expect(outcome(town.people.kato, decisionText(town))).rejects.toThrow('どの会議の議題にも')
  await expect(outcome(town.people.kobayashi, null)).rejects.toThrow('どの会議の議題にも')
  expect(await stageOf(world, proposalId)).toBe('inCouncil')
})

it('the chair of the committee does not record for the council', async () => {
  await using story = await referred()
  await expect(story.outcome(story.town.people.ito, null)).rejects.toThrow('政策会議の結果を記録できるのは')
})

it('what is refused leaves the matter open', async () => {
  await using story = await referred()
  const { world, town, proposalId, outcome } = story
  await councilMeets(world, town, proposalId)
  await expect(outcome(town.people.kato, decisionText(town, { owner: '' }))).rejects.toMatchObject({
    field: 'owner',
  })
  const { closedAt } = await world.reader.selectFrom('referrals').select('closedAt').executeTakeFirstOrThrow()
  expect(closedAt).toBeNull()
})

it('its papers are read by those who prepare decisions alone', async () => {
  await using story = await referred()
  const { world, town, proposalId } = story
  const read = async (person: number) =>
    listReferralsSeenBy(world.reader, await findActor(world.reader, person, '2026-06-01'), proposalId)
  expect(await read(town.people.kato)).toMatchObject([{ subject: '窓口の番号札', outcome: null }])
  expect(await read(town.people.sato)).toEqual([])
})
