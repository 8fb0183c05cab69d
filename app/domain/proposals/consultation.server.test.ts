import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { findWorklist } from '#app/domain/worklist.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, considerationsOf, eventsOf } from '#tests/support/reviews.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listConsiderationsSeenBy } from './consideration-lookup.server'
import { consultDepartment, giveOpinion } from './consultation.server'
import { listOpenConsultations } from './consultation-inbox.server'
import { findFactsSeenBy } from './facts.server'

const today = '2026-06-01'

/** 市民課 (髙橋) and 税務課 are asked; 佐藤 proposed, 森 heads 福祉課. */
async function considering() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await accepted(world, town)
  const considerationId = (await considerationsOf(world, proposalId)).get(town.departments.citizens) ?? 0
  const actorOf = (name: PersonName) => findActor(world.reader, town.people[name], today)
  const consult = (departmentId: number, by: PersonName = 'takahashi', question = '申請書は変わりますか。') =>
    world.act(town.people[by], (ctx) => consultDepartment(ctx, { considerationId, departmentId, question }))
  const newest = async () => {
    const rows = await world.reader.selectFrom('consultations').select('id').orderBy('id', 'desc').execute()
    return rows[0]?.id ?? 0
  }
  return {
    ...{ world, town, proposalId, considerationId, actorOf, consult, newest },
    advise: async (by: PersonName, opinion = '変わりません。') => {
      const consultationId = await newest()
      return world.act(town.people[by], (ctx) => giveOpinion(ctx, { consultationId, opinion }))
    },
    seenBy: async (name: PersonName) => {
      const actor = await actorOf(name)
      const facts = await findFactsSeenBy(world.reader, actor, proposalId)
      const views = await listConsiderationsSeenBy(world.reader, actor, facts)
      return views.map(({ departmentName, consultations }) => [
        departmentName,
        ...consultations.map((view) => `${view.departmentName}：${view.opinion ?? '回答待ち'}`),
      ])
    },
    tasksOf: async (name: PersonName) =>
      (await findWorklist(world.reader, await actorOf(name), today)).tasks.map(
        ({ kind, id, dueOn }) => `${kind} ${id} ${dueOn}`,
      ),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('another department is asked, finds it among its tasks, and its opinion stands with the consideration', async () => {
  await using story = await considering()
  const { world, town, proposalId, considerationId } = story
  await expect(story.seenBy('mori')).rejects.toThrow()
  await story.consult(town.departments.welfare)
  expect(await story.tasksOf('mori')).toEqual([`advise ${await story.newest()} 2026-06-15`])
  expect(await listOpenConsultations(world.reader, [town.departments.welfare], today)).toMatchObject([
    { byDepartmentName: '市民課', proposalId, dueOn: '2026-06-15' },
  ])

  await story.advise('mori')
  const both = [['市民課', '福祉課：変わりません。'], ['税務課']]
  for (const reader of ['mori', 'suzuki', 'kobayashi', 'ito'] as const) {
    expect(await story.seenBy(reader)).toEqual(both)
  }
  expect(await story.tasksOf('mori')).toEqual([])
  expect((await eventsOf(world, proposalId)).slice(-2)).toEqual([
    'consultation.asked',
    'consultation.answered',
  ])
  const told = await world.reader
    .selectFrom('notifications')
    .select(['personId', 'path'])
    .where('path', 'in', [`/consultations/${await story.newest()}`, `/considerations/${considerationId}`])
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  expect(told).toEqual([
    { personId: town.people.takahashi, path: `/considerations/${considerationId}` },
    { personId: town.people.mori, path: `/consultations/${await story.newest()}` },
  ])
})

it('only heads ask and answer, never their own department, and no department twice at once', async () => {
  await using story = await considering()
  const { welfare, citizens, civic } = story.town.departments
  await expect(story.consult(welfare, 'suzuki')).rejects.toThrow('所属長')
  await expect(story.consult(citizens)).rejects.toMatchObject({ field: 'departmentId' })
  await expect(story.consult(civic)).rejects.toMatchObject({ field: 'departmentId' })
  await expect(story.consult(welfare, 'takahashi', '')).rejects.toMatchObject({ field: 'question' })
  await story.consult(welfare)
  await expect(story.consult(welfare)).rejects.toThrow('まだ回答がありません')
  await expect(story.advise('takahashi')).rejects.toThrow('合議を求められた課')
  await expect(story.advise('sato')).rejects.toThrow()
  await expect(story.advise('mori', '')).rejects.toMatchObject({ field: 'opinion' })
  await story.advise('mori')
  await expect(story.advise('mori')).rejects.toThrow('すでに回答')
  await story.consult(welfare)
  expect(await story.seenBy('kobayashi')).toContainEqual([
    '市民課',
    '福祉課：変わりません。',
    '福祉課：回答待ち',
  ])
})

it('the answer of the department ends what it asked of others', async () => {
  await using story = await considering()
  const { world, town, considerationId } = story
  await story.consult(town.departments.welfare)
  await answer(world, town.people.takahashi, considerationId)
  expect(await story.tasksOf('mori')).toEqual([])
  await expect(story.advise('mori')).rejects.toThrow('検討している課がすでに回答した')
  await expect(story.consult(town.departments.affairs)).rejects.toThrow('すでに回答')
})
