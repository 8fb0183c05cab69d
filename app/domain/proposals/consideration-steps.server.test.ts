import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, considerationsOf, eventsOf } from '#tests/support/reviews.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listAnswerDays } from './answer-days.server'
import { extendConsideration, extensionsOf } from './consideration-extension.server'
import { listOpenInbox } from './consideration-inbox.server'
import { reassignConsideration, reassignmentsOf } from './consideration-reassignment.server'
import { findFacts } from './facts.server'
import { answerQuestion, askProposer, listQuestionsSeenBy } from './proposer-questions.server'

/** 市民課 (髙橋, lead) and 税務課 (渡邉) are asked until 15 June; 佐藤 proposed. */
async function considering() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await accepted(world, town)
  const considerationId = (await considerationsOf(world, proposalId)).get(town.departments.citizens) ?? 0
  const actorOf = (name: PersonName) => findActor(world.reader, town.people[name], '2026-06-01')
  const answerDue = async () =>
    world.reader
      .selectFrom('proposals')
      .select(['answerDueOn', 'leadDepartmentId'])
      .where('id', '=', proposalId)
      .executeTakeFirstOrThrow()
  return {
    ...{ world, town, proposalId, considerationId, actorOf, answerDue },
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('a head puts the answer off with a reason, and the proposal is due later', async () => {
  await using story = await considering()
  const { world, town, considerationId, proposalId } = story
  const extend = (dueOn: string, reason = '見積もりを待つため。', by: PersonName = 'takahashi') =>
    world.act(town.people[by], (ctx) => extendConsideration(ctx, { considerationId, dueOn, reason }))
  await extend('2026-07-10')
  expect((await story.answerDue()).answerDueOn).toBe('2026-07-10')
  expect(await extensionsOf(world.reader, considerationId).execute()).toEqual([
    { fromDueOn: '2026-06-15', dueOn: '2026-07-10', reason: '見積もりを待つため。' },
  ])
  expect((await eventsOf(world, proposalId)).at(-1)).toBe('consideration.extended')
  await expect(extend('2026-07-10')).rejects.toMatchObject({ field: 'dueOn' })
  await expect(extend('2027-01-10')).rejects.toThrow('90日以内')
  await expect(extend('2026-07-20', '')).rejects.toMatchObject({ field: 'reason' })
  await expect(extend('2026-07-20', '理由', 'suzuki')).rejects.toThrow('所属長')
})

it('a question goes on to the department that it belongs to, which leads from then on', async () => {
  await using story = await considering()
  const { world, town, considerationId, proposalId } = story
  const reassign = (departmentId: number, by: PersonName = 'takahashi') =>
    world.act(town.people[by], (ctx) =>
      reassignConsideration(ctx, { considerationId, departmentId, reason: '福祉課の仕事のため。' }),
    )
  await expect(reassign(town.departments.tax)).rejects.toThrow('すでに照会')
  await expect(reassign(town.departments.civic)).rejects.toMatchObject({ field: 'departmentId' })
  await reassign(town.departments.welfare)
  expect((await story.answerDue()).leadDepartmentId).toBe(town.departments.welfare)
  expect(await reassignmentsOf(world.reader, considerationId).execute()).toEqual([
    { fromDepartment: '市民課', reason: '福祉課の仕事のため。' },
  ])
  expect(await listOpenInbox(world.reader, await story.actorOf('takahashi'))).toEqual([])
  expect(await listOpenInbox(world.reader, await story.actorOf('mori'))).toHaveLength(1)
  await answer(world, town.people.mori, considerationId)
  expect((await eventsOf(world, proposalId)).at(-1)).toBe('consideration.answered')
})

it('a question reaches the authors and comes back answered, without a name on either side', async () => {
  await using story = await considering()
  const { world, town, proposalId } = story
  await world.act(town.people.suzuki, (ctx) => askProposer(ctx, { proposalId, question: '窓口は？' }))
  const { id: questionId } = await world.reader
    .selectFrom('proposerQuestions')
    .select('id')
    .executeTakeFirstOrThrow()
  const reply = (by: PersonName) =>
    world.act(town.people[by], (ctx) => answerQuestion(ctx, { questionId, answer: '3つです。' }))
  await expect(reply('takahashi')).rejects.toThrow('提案者')
  await reply('sato')
  await expect(reply('sato')).rejects.toThrow('すでに答えています')
  const facts = await findFacts(world.reader, proposalId, '2026-06-01')
  const readBy = async (name: PersonName) =>
    (await listQuestionsSeenBy(world.reader, await story.actorOf(name), facts)).map(
      ({ askedFor, answer: said }) => [askedFor, said],
    )
  expect(await readBy('takahashi')).toEqual([['市民課', '3つです。']])
  expect(await readBy('sato')).toEqual([['市民課', '3つです。']])
  expect(await readBy('mori')).toEqual([])
  const [told] = await world.reader
    .selectFrom('notifications')
    .select('text')
    .where('personId', '=', town.people.suzuki)
    .orderBy('id', 'desc')
    .execute()
  expect(told?.text).toBe('提案者が質問に答えました：窓口に番号札を導入する')
})

it('nobody asks the proposer who does not review, or who proposed', async () => {
  await using story = await considering()
  const { world, town, proposalId } = story
  const ask = (by: PersonName) =>
    world.act(town.people[by], (ctx) => askProposer(ctx, { proposalId, question: '窓口は？' }))
  await expect(ask('sato')).rejects.toThrow('自分の提案')
  await expect(ask('mori')).rejects.toMatchObject({ name: 'NotFound' })
})

it('the secretariat sees how many days departments take, and what is overdue', async () => {
  await using story = await considering()
  const { world, town, considerationId } = story
  world.at('2026-06-09T09:00:00+09:00')
  await answer(world, town.people.takahashi, considerationId)
  const rows = await listAnswerDays(world.reader, await story.actorOf('kobayashi'), {
    ...{ fiscalYear: 2026, today: '2026-06-16' },
  })
  expect(
    rows.map(({ departmentName, answered, median, open, overdue }) => [
      ...[departmentName, answered, median, open, overdue],
    ]),
  ).toEqual([
    ['市民課', 1, 8, 0, 0],
    ['税務課', 0, null, 1, 1],
  ])
  await expect(
    listAnswerDays(world.reader, await story.actorOf('takahashi'), { fiscalYear: 2026, today: '2026-06-16' }),
  ).rejects.toThrow('事務局')
})
