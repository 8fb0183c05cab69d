import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { accepted } from '#tests/support/proposals.server'
import { eventsOf, notified } from '#tests/support/reviews.server'
import { type PersonName, type SmallTown, smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { findFactsSeenBy } from './facts.server'
import { listTalksSeenBy, recordTalk } from './three-party.server'

const talk = {
  heldOn: '2026-05-29',
  proposerPresent: 1,
  present: '小林（事務局）、髙橋（市民課）',
  note: '窓口は3か所とし、夏に試す。',
} as const

/** 佐藤 proposed; 市民課 is asked. */
async function considering(bring: (world: TestWorld, town: SmallTown) => Promise<number> = accepted) {
  const world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await bring(world, town)
  return {
    ...{ world, proposalId },
    record: (
      change: Partial<Record<'heldOn' | 'note' | 'present', string>> = {},
      by: PersonName = 'kobayashi',
    ) => world.act(town.people[by], (ctx) => recordTalk(ctx, { proposalId, ...talk, ...change })),
    notesSeenBy: async (name: PersonName) => {
      const actor = await findActor(world.reader, town.people[name], '2026-06-01')
      const facts = await findFactsSeenBy(world.reader, actor, proposalId)
      return (await listTalksSeenBy(world.reader, actor, facts)).map(({ note }) => note)
    },
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('the secretariat writes down a talk of the three, which proposer and judges read', async () => {
  await using story = await considering()
  await story.record()
  for (const reader of ['sato', 'suzuki', 'ito', 'kobayashi'] as const) {
    expect(await story.notesSeenBy(reader)).toEqual([talk.note])
  }
  expect((await eventsOf(story.world, story.proposalId)).at(-1)).toBe('proposal.talkedOver')
})

it('nobody else writes it, none of a day to come, none that names a hidden proposer', async () => {
  await using story = await considering()
  await expect(story.record({}, 'takahashi')).rejects.toThrow('事務局')
  await expect(story.record({ heldOn: '2026-06-02' })).rejects.toMatchObject({ field: 'heldOn' })
  await expect(story.record({ note: '佐藤 由美さんに聞いた。' })).rejects.toMatchObject({ field: 'note' })
  await expect(story.record({ present: '佐藤由美、髙橋' })).rejects.toMatchObject({ field: 'present' })
  expect(await story.notesSeenBy('kobayashi')).toEqual([])
})

it('ends with the review', async () => {
  await using story = await considering(notified)
  await expect(story.record()).rejects.toThrow('検討と審議の間')
})
