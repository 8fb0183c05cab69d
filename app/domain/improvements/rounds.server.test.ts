import { expect, it } from 'vitest'
import type { Ctx } from '#app/domain/context'
import { NotFound, NotPermitted, RuleBroken } from '#app/domain/errors'
import { findActor } from '#app/domain/organisation/actor.server'
import { appointPerson } from '#app/domain/organisation/appointing.server'
import { nameDelegate } from '#app/domain/organisation/delegating.server'
import { findWorklist } from '#app/domain/worklist.server'
import { confirmed } from '#tests/support/practices.server'
import { notified } from '#tests/support/reviews.server'
import { type DepartmentName, type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { answerRounds, type SectionAnswer } from './round-answering.server'
import { listRounds, listRoundSections, listRoundsToAnswer } from './round-lookup.server'
import { closeRound, openRound, reopenRound } from './round-opening.server'
import { listSpreads } from './spread-lookup.server'
import { recordSpread } from './spreading.server'

/** 市民課 improved something; 小林 of the secretariat asks the other sections, whose heads are 渡邉 (税務課) and 森 (福祉課). */
async function improved() {
  const world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  await confirmed(world, town)
  const { id: improvementId } = await world.reader
    .selectFrom('improvements')
    .select('id')
    .executeTakeFirstOrThrow()
  const act = <T>(by: PersonName, command: (ctx: Ctx) => Promise<T>) => world.act(town.people[by], command)
  const as = (by: PersonName, today = '2026-06-01') => findActor(world.reader, town.people[by], today)
  return {
    ...{ world, town, improvementId, act, as },
    open: (by: PersonName = 'kobayashi', change: Partial<Parameters<typeof openRound>[1]> = {}) =>
      act(by, (ctx) =>
        openRound(ctx, { improvementId, departmentIds: null, dueOn: '2026-06-15', word: '', ...change }),
      ),
    toAnswer: async (by: PersonName, today?: string) => listRoundsToAnswer(world.reader, await as(by, today)),
    async tasksOf(by: PersonName, today = '2026-06-01') {
      const { tasks } = await findWorklist(world.reader, await as(by, today), today)
      return tasks.flatMap(({ kind, object, dueOn }) =>
        kind === 'answerRound' ? [`${object} ${dueOn}`] : [],
      )
    },
    async answer(by: PersonName, of: DepartmentName, change: Partial<SectionAnswer> = {}) {
      const { id, version } = await world.reader
        .selectFrom('spreadRoundSections')
        .select(['id', 'version'])
        .where('departmentId', '=', town.departments[of])
        .executeTakeFirstOrThrow()
      const given = { sectionId: id, version, answer: 'adopt', reason: '', field: 'rows[0].reason' } as const
      return act(by, (ctx) => answerRounds(ctx, [{ ...given, ...change }]))
    },
    spreads: async () =>
      (await listSpreads(world.reader, improvementId)).map(({ departmentName, state, note }) =>
        `${departmentName} ${state} ${note}`.trim(),
      ),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('is opened by the secretariat and who records for the committee, for what was carried out', async () => {
  await using story = await improved()
  const { world, town, improvementId } = story
  await expect(story.open('takahashi')).rejects.toThrow(NotPermitted)
  await expect(story.open('nakamura')).rejects.toThrow(NotPermitted)
  await notified(world, town)
  const { id: adopted } = await world.reader
    .selectFrom('improvements')
    .select('id')
    .where('id', '<>', improvementId)
    .executeTakeFirstOrThrow()
  await expect(story.open('kobayashi', { improvementId: adopted })).rejects.toThrow('まだ実施されていません')
  await story.open('ito')
  await expect(story.open()).rejects.toThrow('もう各課に尋ねている')
})

it('asks until a day on which the city hall is open', async () => {
  await using story = await improved()
  const until = (dueOn: string) => story.open('kobayashi', { dueOn })
  await expect(until('2026-06-01')).rejects.toThrow('明日から')
  await expect(until('2026-06-13')).rejects.toThrow('開庁日')
  await expect(until('2027-06-15')).rejects.toMatchObject({ field: 'dueOn' })
  await until('2026-06-02')
})

it('asks every section but the one that made it, or those that were chosen', async () => {
  await using story = await improved()
  const { world, town, act } = story
  const { citizens, tax, welfare } = town.departments
  await expect(story.open('kobayashi', { departmentIds: [citizens] })).rejects.toThrow(RuleBroken)
  await expect(story.open('kobayashi', { departmentIds: [] })).rejects.toThrow('選んでください')
  const { roundId } = await story.open()
  const asked = await listRoundSections(world.reader, roundId)
  expect(asked.map(({ departmentName }) => departmentName)).toEqual([
    '税務課',
    '総務課',
    '行政改革課',
    '福祉課',
  ])
  await act('kobayashi', (ctx) => closeRound(ctx, roundId))
  const few = await story.open('kobayashi', { departmentIds: [welfare, tax] })
  expect(await listRoundSections(world.reader, few.roundId)).toHaveLength(2)
})

it('is on the home of the heads, who are told, until they have answered', async () => {
  await using story = await improved()
  const { world, town } = story
  await story.open()
  expect(await story.tasksOf('mori')).toEqual(['窓口に番号札を置く 2026-06-15'])
  expect(await story.tasksOf('takahashi')).toEqual([])
  expect(await story.tasksOf('sato')).toEqual([])
  const told = await world.reader
    .selectFrom('notifications')
    .select('text')
    .where('personId', '=', town.people.mori)
    .execute()
  expect(told.map(({ text }) => text)).toEqual([
    '6月15日までに「うちの課では？」に回答してください：窓口に番号札を置く',
  ])
  await story.answer('mori', 'welfare', { answer: 'done' })
  expect(await story.tasksOf('mori')).toEqual([])
  expect(await story.toAnswer('mori')).toMatchObject([{ answer: 'done' }])
})

it('becomes 「うちの課でもやる」 of a section that takes it up, and of no other', async () => {
  await using story = await improved()
  await story.open()
  await story.answer('mori', 'welfare', { reason: '来月から試します。' })
  await story.answer('watanabe', 'tax', { answer: 'done' })
  expect(await story.spreads()).toEqual(['福祉課 wanted 来月から試します。'])
  await expect(story.answer('mori', 'welfare', { answer: 'notApplicable' })).rejects.toMatchObject({
    ...{ field: 'rows[0].reason', message: '該当しない理由を入力してください' },
  })
  await story.answer('mori', 'welfare', { answer: 'notApplicable', reason: '窓口がありません。' })
  expect(await story.spreads()).toEqual([])
})

it('leaves alone what a section has begun already', async () => {
  await using story = await improved()
  const { act, improvementId } = story
  const text = { projectId: null, plannedFor: '', note: '始めています', reason: '' }
  await act('mori', (ctx) => recordSpread(ctx, { improvementId, state: 'started', ...text }))
  await story.open()
  await story.answer('mori', 'welfare')
  await story.answer('mori', 'welfare', { answer: 'notApplicable', reason: '間違えました。' })
  expect(await story.spreads()).toEqual(['福祉課 started 始めています'])
})

it('is answered by heads and delegates for their own sections alone', async () => {
  await using story = await improved()
  const { town, act } = story
  const { roundId } = await story.open()
  await expect(story.answer('mori', 'tax')).rejects.toThrow(NotFound)
  await expect(story.answer('sato', 'tax')).rejects.toThrow(NotFound)
  const days = { validFrom: '2026-06-01', validTo: '2026-06-30' }
  await act('watanabe', (ctx) =>
    nameDelegate(ctx, { departmentId: town.departments.tax, delegateId: town.people.sato, ...days }),
  )
  await story.answer('sato', 'tax')
  const [tax] = await listRoundSections(story.world.reader, roundId)
  expect(tax).toMatchObject({ answer: 'adopt', actorName: '佐藤　由美', headName: '渡邉　健' })
})

it('goes to the successor with the post', async () => {
  await using story = await improved()
  const { world, town, act } = story
  await story.open('kobayashi', { dueOn: '2026-07-15' })
  const { id: postId } = await world.reader
    .selectFrom('posts')
    .select('id')
    .where('code', '=', 'chief')
    .executeTakeFirstOrThrow()
  const move = (who: PersonName, departmentId: number) =>
    act('yoshida', (ctx) =>
      appointPerson(ctx, {
        ...{ personId: town.people[who], departmentId, postId, kind: 'main' },
        ...{ validFrom: '2026-07-01', validTo: null },
      }),
    )
  await move('watanabe', town.departments.welfare)
  await move('mori', town.departments.tax)
  world.at('2026-07-01T09:00:00+09:00')
  expect((await story.toAnswer('mori', '2026-07-01')).map(({ departmentName }) => departmentName)).toEqual([
    '税務課',
  ])
  await story.answer('mori', 'tax')
  await expect(story.answer('watanabe', 'tax')).rejects.toThrow(NotFound)
})

it('takes several answers at once or none, and none over an answer that was not seen', async () => {
  await using story = await improved()
  const { act, world } = story
  const { roundId } = await story.open()
  const sections = await listRoundSections(world.reader, roundId)
  const given = (name: string, change: Partial<SectionAnswer> = {}): SectionAnswer => ({
    sectionId: sections.find(({ departmentName }) => departmentName === name)?.id ?? 0,
    ...{ version: 1, answer: 'done', reason: '', field: 'rows[0].reason' },
    ...change,
  })
  // 伊藤 stands in for both sections of his bureau, which nobody heads.
  const both = (second: Partial<SectionAnswer> = {}) =>
    act('ito', (ctx) => answerRounds(ctx, [given('総務課'), given('行政改革課', second)]))
  await expect(both({ answer: 'notApplicable' })).rejects.toThrow(RuleBroken)
  expect((await listRoundSections(world.reader, roundId)).map(({ answer }) => answer)).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(await both()).toEqual({ answered: 2 })
  expect(await both()).toEqual({ answered: 0 })
  await expect(both({ answer: 'adopt' })).rejects.toThrow('ほかの人が先に回答')
})

it('is for those who asked to close, from the day after it was due', async () => {
  await using story = await improved()
  const { roundId } = await story.open()
  const toClose = async (by: PersonName, today: string) => {
    const { tasks } = await findWorklist(story.world.reader, await story.as(by, today), today)
    return tasks.flatMap(({ kind, id }) => (kind === 'closeRound' ? [id] : []))
  }
  expect(await toClose('kobayashi', '2026-06-15')).toEqual([])
  expect(await toClose('kobayashi', '2026-06-16')).toEqual([roundId])
  expect(await toClose('ito', '2026-06-16')).toEqual([roundId])
  expect(await toClose('mori', '2026-06-16')).toEqual([])
})

it('is closed, and asks again those who have not answered when it is reopened', async () => {
  await using story = await improved()
  const { act, world } = story
  const { roundId } = await story.open()
  await story.answer('watanabe', 'tax', { answer: 'done' })
  await expect(act('mori', (ctx) => closeRound(ctx, roundId))).rejects.toThrow(NotPermitted)
  await act('kobayashi', (ctx) => closeRound(ctx, roundId))
  await expect(act('kobayashi', (ctx) => closeRound(ctx, roundId))).rejects.toThrow('もう締め切られて')
  expect(await story.tasksOf('mori')).toEqual([])
  await expect(story.answer('mori', 'welfare')).rejects.toThrow('締め切られました')
  await act('kobayashi', (ctx) => reopenRound(ctx, { roundId, dueOn: '2026-06-30' }))
  expect(await story.tasksOf('mori')).toEqual(['窓口に番号札を置く 2026-06-30'])
  expect(await story.tasksOf('watanabe')).toEqual([])
  expect(await listRounds(world.reader)).toMatchObject([{ asked: 4, answered: 1, adopting: 0 }])
})
