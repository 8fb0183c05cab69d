import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { accepted } from '#tests/support/proposals.server'
import { answerText, considerationsOf } from '#tests/support/reviews.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { answerConsideration, saveConsiderationDraft } from './consideration.server'
import { listVersionsSeenBy } from './consideration-versions.server'

it('the department reads who wrote what, each version against the one before; others do not', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await accepted(world, town)
  const considerationId = (await considerationsOf(world, proposalId)).get(town.departments.citizens) ?? 0
  await world.act(town.people.suzuki, (ctx) =>
    saveConsiderationDraft(ctx, { considerationId, version: 0, text: answerText({ owner: '' }) }),
  )
  await world.act(town.people.takahashi, (ctx) =>
    answerConsideration(ctx, { considerationId, version: 1, text: answerText({ laws: '窓口規程' }) }),
  )
  const seenBy = async (name: PersonName) =>
    listVersionsSeenBy(
      world.reader,
      await findActor(world.reader, town.people[name], '2026-06-01'),
      considerationId,
    )
  const { versions } = await seenBy('tanaka')
  expect(versions).toMatchObject([
    {
      ...{ number: 2, writtenBy: '髙橋　誠', isAnswer: true },
      changes: [
        { field: 'owner', before: '', after: '窓口係' },
        { field: 'laws', before: '', after: '窓口規程' },
      ],
    },
    { number: 1, writtenBy: '鈴木　花子', isAnswer: false },
  ])
  await expect(seenBy('kobayashi')).rejects.toThrow('照会を受けた課')
  await expect(seenBy('mori')).rejects.toMatchObject({ name: 'NotFound' })
})
