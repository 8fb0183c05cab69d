import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import { nameDelegate } from '#app/domain/organisation/delegating.server'
import { succeed } from '#app/domain/organisation/succession.server'
import { transact } from '#app/domain/transact.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, answerText, considerationsOf, eventsOf, stageOf } from '#tests/support/reviews.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import type { ConsiderationText } from './consideration'
import { reassignConsideration } from './consideration-reassignment.server'
import { findLatestText } from './consideration-text.server'
import { answerTogether, listForOneAnswer } from './consideration-together.server'
import { saveConsiderationDraft } from './consideration.server'
import { withdrawProposal } from './withdrawal.server'

const notNow: Partial<ConsiderationText> = {
  ...{ stance: 'difficult', reasonCode: 'budget', possibleWhen: '次の予算で認められたとき。' },
  ...{ grounds: '今年度の予算に含まれておらず、来年度の予算で考えるため。', plannedOn: null, owner: '' },
}

/** Three proposals to 市民課, of which 髙橋 is the head, and to 税務課; ids of the records of 市民課. */
async function askedThrice() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const proposals: number[] = []
  const records: number[] = []
  for (const title of ['番号札', '発券機', '待合の椅子']) {
    const proposalId = await accepted(world, town, { title })
    proposals.push(proposalId)
    records.push((await considerationsOf(world, proposalId)).get(town.departments.citizens) ?? 0)
  }
  const all = (version = 0) => records.map((considerationId) => ({ considerationId, version }))
  const together = (by: PersonName, change: Partial<ConsiderationText> = {}, entries = all()) =>
    world.act(town.people[by], (ctx) => answerTogether(ctx, { entries, text: answerText(change) }))
  const listedFor = async (by: PersonName) =>
    listForOneAnswer(world.reader, await findActor(world.reader, town.people[by], '2026-06-01'), records)
  const texts = () => world.reader.selectFrom('considerationAnswers').selectAll().execute()
  return {
    ...{ world, town, proposals, records, all, together, listedFor, texts },
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('each gets a record, an event and a notification of its own', async () => {
  await using story = await askedThrice()
  const { world, town, proposals, records } = story
  expect(await story.together('takahashi', notNow)).toEqual({ answered: records, leftOut: [] })
  for (const [at, proposalId] of proposals.entries()) {
    expect(await findLatestText(world.reader, records[at] ?? 0)).toMatchObject({
      ...{ version: 1, writtenById: town.people.takahashi, answeredAt: '2026-06-01T00:00:00.000Z' },
      text: { stance: 'difficult', possibleWhen: notNow.possibleWhen },
    })
    const kinds = await eventsOf(world, proposalId)
    expect(kinds.filter((kind) => kind === 'consideration.answered')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'consideration.takenUp')).toHaveLength(1)
    const told = await world.reader
      .selectFrom('notifications')
      .innerJoin('events', 'events.seq', 'notifications.eventSeq')
      .select('notifications.id')
      .where('events.kind', '=', 'consideration.answered')
      .where('events.proposalId', '=', proposalId)
      .where('notifications.personId', '=', town.people.sato)
      .execute()
    expect(told).toHaveLength(1)
  }
})

it('the last answer of each passes that proposal on, and no other', async () => {
  await using story = await askedThrice()
  const { world, town, proposals } = story
  const ofTax = (await considerationsOf(world, proposals[1] ?? 0)).get(town.departments.tax) ?? 0
  await answer(world, town.people.watanabe, ofTax)
  await story.together('takahashi')
  const stages = await Promise.all(proposals.map((proposalId) => stageOf(world, proposalId)))
  expect(stages).toEqual(['considering', 'awaitingCommittee', 'considering'])
})

it('leaves out what was answered, written on, moved or withdrawn meanwhile, and says which', async () => {
  await using story = await askedThrice()
  const { world, town, proposals, records } = story
  const [first = 0, second = 0, third = 0] = records
  await answer(world, town.people.takahashi, first, { grounds: '先に回答しました。' })
  await world.act(town.people.tanaka, (ctx) =>
    saveConsiderationDraft(ctx, { considerationId: second, version: 0, text: answerText({ owner: '係' }) }),
  )
  expect(await story.together('takahashi', notNow)).toEqual({ answered: [third], leftOut: [first, second] })
  expect((await findLatestText(world.reader, first))?.text.grounds).toBe('先に回答しました。')
  expect(await findLatestText(world.reader, second)).toMatchObject({ version: 1, answeredAt: null })
  expect(await eventsOf(world, proposals[1] ?? 0), 'of the one written on').not.toContain(
    'consideration.takenUp',
  )

  const seen = [{ considerationId: second, version: 1 }]
  await story.together('takahashi', notNow, seen)
  const kept = (await story.texts()).filter(({ considerationId }) => considerationId === second)
  expect(kept.map(({ writtenById, owner }) => [writtenById, owner])).toEqual(
    expect.arrayContaining([
      [town.people.tanaka, '係'],
      [town.people.takahashi, ''],
    ]),
  )
})

it('refuses where nothing is left to answer, with the reason', async () => {
  await using story = await askedThrice()
  const { world, town, proposals, records } = story
  const [first = 0, second = 0, third = 0] = records
  await answer(world, town.people.takahashi, first)
  await world.act(town.people.sato, (ctx) =>
    withdrawProposal(ctx, { proposalId: proposals[1] ?? 0, reason: '' }),
  )
  await world.act(town.people.takahashi, (ctx) =>
    reassignConsideration(ctx, {
      ...{ considerationId: third, departmentId: town.departments.welfare, reason: '福祉課の仕事です。' },
    }),
  )
  const refused = story.together('takahashi')
  await expect(refused).rejects.toMatchObject({
    name: 'NotPermitted',
    message: 'この課はすでに回答しています。',
  })
  const entries = [{ considerationId: second, version: 0 }]
  await expect(story.together('takahashi', {}, entries)).rejects.toThrow('検討は終わっています')
  expect((await story.listedFor('takahashi')).map(({ id }) => id)).toEqual([first, second])
})

it('refuses where every record was written on meanwhile, so that it is read before it is replaced', async () => {
  await using story = await askedThrice()
  const { world, town, records } = story
  for (const considerationId of records)
    await world.act(town.people.suzuki, (ctx) =>
      saveConsiderationDraft(ctx, { considerationId, version: 0, text: answerText() }),
    )
  await expect(story.together('takahashi')).rejects.toMatchObject({ name: 'RuleBroken' })
  expect((await story.listedFor('takahashi')).map(({ version, writtenBy }) => [version, writtenBy])).toEqual(
    records.map(() => [1, '鈴木　花子']),
  )
  expect(await story.together('takahashi', {}, story.all(1))).toMatchObject({ answered: records })
})

it.each([
  ['reasonCode', { ...notNow, reasonCode: null }],
  ['possibleWhen', { ...notNow, possibleWhen: '' }],
  ['grounds', { ...notNow, grounds: '予算がない。' }],
  ['reasonCode', { ...notNow, reasonCode: 'weather' }],
] as const)('a “not now” that lacks %s is refused for all of them', async (field, change) => {
  await using story = await askedThrice()
  await expect(story.together('takahashi', change)).rejects.toMatchObject({ name: 'RuleBroken', field })
  expect(await story.texts()).toEqual([])
})

it.each(['suzuki', 'watanabe', 'mori', 'kobayashi', 'ito'] as const)(
  'nobody but the head of the department answers: not %s',
  async (name) => {
    await using story = await askedThrice()
    await expect(story.together(name)).rejects.toMatchObject({ name: 'NotPermitted' })
    expect(await story.texts()).toEqual([])
    expect((await story.listedFor(name)).map(({ departmentName }) => departmentName)).toEqual([])
  },
)

it('a delegate answers for the head, which each record and each line of the log say', async () => {
  await using story = await askedThrice()
  const { world, town } = story
  const { takahashi, tanaka } = town.people
  await world.act(takahashi, (ctx) =>
    nameDelegate(ctx, {
      ...{ departmentId: town.departments.citizens, delegateId: tanaka },
      ...{ validFrom: '2026-06-01', validTo: '2026-06-05' },
    }),
  )
  await story.together('tanaka')
  const records = await world.reader
    .selectFrom('considerations')
    .select(['answeredById', 'answeredForId'])
    .where('departmentId', '=', town.departments.citizens)
    .execute()
  expect(records).toEqual(story.records.map(() => ({ answeredById: tanaka, answeredForId: takahashi })))
  const lines = await world.reader
    .selectFrom('events')
    .select('onBehalfOfId')
    .where('kind', '=', 'consideration.answered')
    .execute()
  expect(lines).toEqual(story.records.map(() => ({ onBehalfOfId: takahashi })))
})

it('the head of the department that came out of the one asked answers', async () => {
  await using story = await askedThrice()
  const { world, town, records } = story
  const { citizens: fromId, welfare: toId } = town.departments
  await world.act(systemPersonId, (ctx) =>
    succeed(ctx, { fromId, toId, kind: 'merge', effectiveOn: '2026-05-01' }),
  )
  expect((await story.listedFor('mori')).map(({ id }) => id)).toEqual(records)
  expect(await story.together('mori')).toMatchObject({ answered: records })
})

it('the same form sent twice answers once, and says the same', async () => {
  await using story = await askedThrice()
  const { world, town, proposals, records } = story
  const send = () =>
    transact(
      world,
      town.people.takahashi,
      (ctx) => answerTogether(ctx, { entries: story.all(), text: answerText() }),
      { formKey: 'k'.repeat(32) },
    )
  const [first, second] = await Promise.all([send(), send()])
  expect([first, second]).toEqual([
    { answered: records, leftOut: [] },
    { answered: records, leftOut: [] },
  ])
  for (const proposalId of proposals)
    expect(
      (await eventsOf(world, proposalId)).filter((kind) => kind === 'consideration.answered'),
    ).toHaveLength(1)
})
