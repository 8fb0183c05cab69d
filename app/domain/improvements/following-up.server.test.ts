import { expect, it } from 'vitest'
import type { Ctx } from '#app/domain/context'
import { ChangedMeanwhile, NotPermitted, RuleBroken } from '#app/domain/errors'
import { findActor } from '#app/domain/organisation/actor.server'
import { appointPerson } from '#app/domain/organisation/appointing.server'
import { changeYearSettings, findKeptYear } from '#app/domain/organisation/year-settings.server'
import { completeImplementation } from '#app/domain/proposals/implementation.server'
import { findWorklist } from '#app/domain/worklist.server'
import { confirmed } from '#tests/support/practices.server'
import { implementing } from '#tests/support/reviews.server'
import { fresh, planned, schedule } from '#tests/support/reorganisations.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { mayFollowUp } from './follow-up'
import { listFollowUpsToWrite } from './follow-up-listing.server'
import { followUp, type FollowUpText, skipFollowUp } from './following-up.server'
import { findImprovement } from './lookup.server'

const words: FollowUpText = {
  ...{ outcome: 'changed', word: '番号を大きくしました。', minutesPerYear: 600, yenPerYear: null },
}

/** 鈴木 of 市民課, whose head is 髙橋, reported on 1 June 2026 what is asked after a year later. */
async function reportedAYearAgo() {
  const world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  await confirmed(world, town)
  const { id: improvementId } = await world.reader
    .selectFrom('improvements')
    .select('id')
    .executeTakeFirstOrThrow()
  world.at('2027-06-01T09:00:00+09:00')
  const act = <T>(by: PersonName, command: (ctx: Ctx) => Promise<T>) => world.act(town.people[by], command)
  return {
    ...{ world, town, improvementId, act },
    async tasksOf(by: PersonName, today = '2027-06-01') {
      const actor = await findActor(world.reader, town.people[by], today)
      const { tasks } = await findWorklist(world.reader, actor, today)
      const listed = await listFollowUpsToWrite(world.reader, actor)
      const owed = tasks.flatMap(({ kind, id }) => (kind === 'followUp' ? [id] : []))
      expect(listed.map((one) => one.improvementId)).toEqual(owed)
      return owed
    },
    write: (by: PersonName, change: Partial<FollowUpText> = {}, version = 1) =>
      act(by, (ctx) => followUp(ctx, { improvementId, version, ...words, ...change })),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

const figures = (world: Awaited<ReturnType<typeof freshWorld>>) =>
  Promise.all([
    world.reader.selectFrom('countedImprovements').selectAll().execute(),
    world.reader.selectFrom('attainments').selectAll().execute(),
  ])

it('is asked of whoever reported it, from the day on that is a year later', async () => {
  await using story = await reportedAYearAgo()
  expect(await story.tasksOf('suzuki', '2027-05-31')).toEqual([])
  expect(await story.tasksOf('suzuki')).toEqual([story.improvementId])
  expect(await story.tasksOf('takahashi')).toEqual([])
  expect(await story.tasksOf('sato')).toEqual([])
})

it('is asked of the head once that person has gone, who may still write it', async () => {
  await using story = await reportedAYearAgo()
  const { world, town, act, improvementId } = story
  world.at('2026-12-01T09:00:00+09:00')
  const { id: postId } = await world.reader
    .selectFrom('posts')
    .select('id')
    .where('code', '=', 'clerk')
    .executeTakeFirstOrThrow()
  await act('yoshida', (ctx) =>
    appointPerson(ctx, {
      ...{ personId: town.people.suzuki, departmentId: town.departments.tax, postId },
      ...{ kind: 'main', validFrom: '2027-04-01', validTo: null },
    }),
  )
  world.at('2027-06-01T09:00:00+09:00')
  expect(await story.tasksOf('suzuki')).toEqual([])
  expect(await story.tasksOf('takahashi')).toEqual([improvementId])
  await story.write('suzuki')
  expect(await story.tasksOf('takahashi')).toEqual([])
})

it('is offered on the page to the head of what came out of the section, as it is asked of that head', async () => {
  await using story = await reportedAYearAgo()
  const { world, town, improvementId } = story
  world.at('2027-03-01T09:00:00+09:00')
  const id = await planned(world, town.people.yoshida, '2027-04-01', [
    {
      ...{ kind: 'rename', formerIds: [town.departments.citizens] },
      laters: [fresh('010900', '市民窓口課', '010000')],
    },
  ])
  await schedule(world, town.people.yoshida, id)
  world.at('2027-06-01T09:00:00+09:00')
  const offeredTo = async (name: PersonName, today = '2027-06-01') => {
    const { asked } = await findImprovement(world.reader, improvementId, today)
    return asked !== null && mayFollowUp(await findActor(world.reader, town.people[name], today), asked).ok
  }
  expect([await offeredTo('takahashi'), await offeredTo('suzuki')]).toEqual([true, true])
  expect([await offeredTo('watanabe'), await offeredTo('tanaka')]).toEqual([false, false])
  await story.write('takahashi')
})

it('stands on the page of the improvement with its day, and counts for nothing', async () => {
  await using story = await reportedAYearAgo()
  const { world, improvementId } = story
  const before = await figures(world)
  await expect(story.write('tanaka')).rejects.toThrow(NotPermitted)
  await expect(story.write('suzuki', { outcome: 'ended', word: '' })).rejects.toThrow(RuleBroken)
  await story.write('suzuki')
  expect(await findImprovement(world.reader, improvementId, '2026-06-01')).toMatchObject({
    minutesPerYear: null,
    followUp: {
      ...{ outcome: 'changed', word: '番号を大きくしました。', minutesPerYear: 600 },
      ...{ answeredAt: '2027-06-01T00:00:00.000Z', answeredBy: '鈴木　花子' },
    },
  })
  expect(await story.tasksOf('suzuki')).toEqual([])
  expect(await figures(world)).toEqual(before)
})

it('is put right by whoever has seen the last words', async () => {
  await using story = await reportedAYearAgo()
  await story.write('suzuki')
  await expect(story.write('takahashi')).rejects.toBeInstanceOf(ChangedMeanwhile)
  await story.write('takahashi', { outcome: 'ended', word: '機械に替わりました。' }, 2)
  expect(await findImprovement(story.world.reader, story.improvementId, '2026-06-01')).toMatchObject({
    followUp: { outcome: 'ended', answeredBy: '髙橋　誠' },
  })
})

it('is left unwritten by one press, and not asked for again', async () => {
  await using story = await reportedAYearAgo()
  const { world, act, improvementId } = story
  await expect(act('sato', (ctx) => skipFollowUp(ctx, improvementId))).rejects.toThrow(NotPermitted)
  await act('suzuki', (ctx) => skipFollowUp(ctx, improvementId))
  await act('suzuki', (ctx) => skipFollowUp(ctx, improvementId))
  expect(await story.tasksOf('suzuki')).toEqual([])
  expect(await findImprovement(world.reader, improvementId, '2026-06-01')).toMatchObject({ followUp: null })
  await story.write('suzuki', {}, 2)
  expect(await findImprovement(world.reader, improvementId, '2026-06-01')).toMatchObject({
    followUp: { outcome: 'changed' },
  })
})

it('is not written before it is time', async () => {
  await using story = await reportedAYearAgo()
  story.world.at('2027-05-31T09:00:00+09:00')
  await expect(story.write('suzuki')).rejects.toThrow('時期が来てから')
})

it('is asked when the settings of the year say, and never where they say 0', async () => {
  await using world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  const setMonths = async (followUpMonths: number) => {
    const { version } = await findKeptYear(world.reader, 2026)
    await world.act(town.people.kobayashi, (ctx) =>
      changeYearSettings(ctx, { fiscalYear: 2026, version, settings: { followUpMonths } }),
    )
  }
  await setMonths(6)
  await confirmed(world, town)
  await setMonths(0)
  await confirmed(world, town, { by: 'tanaka' })
  const asked = await world.reader.selectFrom('followUps').select(['personId', 'dueOn']).execute()
  expect(asked).toEqual([{ personId: town.people.suzuki, dueOn: '2026-12-01' }])
})

it('is asked of whoever reported that a proposal was carried out', async () => {
  await using world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  const proposalId = await implementing(world, town)
  expect(await world.reader.selectFrom('followUps').selectAll().execute()).toEqual([])
  await world.act(town.people.tanaka, (ctx) =>
    completeImplementation(ctx, {
      ...{ proposalId, implementedOn: '2026-06-01', recurring: 1, actualEffect: '列がなくなった' },
      ...{ actualMinutesPerYear: null, actualYenPerYear: null, evidence: '' },
    }),
  )
  expect(await world.reader.selectFrom('followUps').select(['personId', 'departmentId']).execute()).toEqual([
    { personId: town.people.tanaka, departmentId: town.departments.citizens },
  ])
})
