import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import type { Ctx } from '../context'
import { ChangedMeanwhile, NotFound, NotPermitted, RuleBroken } from '../errors'
import { findActor } from '../organisation/actor.server'
import { confirmPractices } from './confirmation.server'
import { emptyContent, type PracticeContent } from './content'
import { findContent } from './content.server'
import { discardPractice, draftPractice, revisePractice } from './drafting.server'
import { listOwnPractices, listReportsToConfirm } from './listing.server'
import { contentOf, findPracticeSeenBy } from './lookup.server'
import { prepareReport, reportPractice } from './reporting.server'
import { returnPractice } from './returning.server'

/** 市民課: 主事 鈴木 reports, 主任 田中 takes part, 課長 髙橋 confirms; 部長 山本 and the secretariat's 小林 above. */
async function town() {
  const world = await freshWorld('2026-06-01T09:00:00+09:00')
  const { people, departments, projects } = await smallTown(world)
  const content: PracticeContent = {
    ...emptyContent,
    ...{ title: '窓口に番号札を置く', change: '番号札を置いた。', implementedOn: '2026-05-20' },
    ...{ projectIds: [projects.counter], effectTags: ['time'] },
  }
  const as = (personId: number) => findActor(world.reader, personId, '2026-06-01')
  return {
    world,
    people,
    departments,
    projects,
    content,
    as,
    async reports(personId: number, change: Partial<PracticeContent> = {}) {
      const draft = await world.act(personId, (ctx) =>
        prepareReport(ctx, { content: { ...content, ...change }, draft: null }),
      )
      return world.act(personId, (ctx) => reportPractice(ctx, draft))
    },
    async toConfirm(personId: number) {
      return (await listReportsToConfirm(world.reader, await as(personId))).map(({ id }) => id)
    },
    async sees(personId: number, practiceId: number) {
      return findPracticeSeenBy(world.reader, await as(personId), practiceId).catch((error: unknown) => error)
    },
    [Symbol.asyncDispose]: () => world.close(),
  }
}

const confirmation = (practiceId: number, change = {}) => ({
  ...{ practiceId, version: 2, headComment: '', projectIds: null },
  ...change,
})

it('a report is numbered, waits for the head of the section, and is on the shelf once confirmed', async () => {
  await using story = await town()
  const { world, people } = story
  const first = await story.reports(people.suzuki, { memberIds: [people.tanaka] })
  const second = await story.reports(people.tanaka)
  expect([first.receiptNumber, second.receiptNumber]).toEqual(['R8-0001', 'R8-0002'])
  expect(await story.toConfirm(people.takahashi)).toEqual([first.practiceId, second.practiceId])
  expect(await story.sees(people.sato, first.practiceId)).toBeInstanceOf(NotFound)

  await world.act(people.takahashi, (ctx) =>
    confirmPractices(ctx, [
      confirmation(first.practiceId, { headComment: '待ち時間が目に見えて減りました。' }),
      confirmation(second.practiceId),
    ]),
  )
  expect(await story.toConfirm(people.takahashi)).toEqual([])
  const shelved = await world.reader
    .selectFrom('improvements')
    .select(['practiceId', 'title', 'authors', 'state', 'publishedOn', 'bureauId'])
    .orderBy('id')
    .execute()
  expect(shelved[0]).toEqual({
    ...{ practiceId: first.practiceId, title: '窓口に番号札を置く', state: 'implemented' },
    ...{ authors: '鈴木　花子、田中　一郎', publishedOn: '2026-06-01', bureauId: story.departments.civic },
  })
  expect(shelved).toHaveLength(2)
  expect(await story.sees(people.sato, first.practiceId)).toMatchObject({
    report: { headComment: '待ち時間が目に見えて減りました。', confirmedBy: '髙橋　誠' },
  })
})

it('confirms all of several or none', async () => {
  await using story = await town()
  const { world, people } = story
  const { practiceId } = await story.reports(people.suzuki)
  const unknown = await story.reports(people.tanaka, { projectIds: [], projectUnknown: 1 })
  const both = (projectIds: number[] | null) => (ctx: Ctx) =>
    confirmPractices(ctx, [confirmation(practiceId), confirmation(unknown.practiceId, { projectIds })])
  await expect(world.act(people.takahashi, both(null))).rejects.toThrow(RuleBroken)
  expect(await story.toConfirm(people.takahashi)).toHaveLength(2)

  await world.act(people.takahashi, both([story.projects.registry]))
  expect(await story.sees(people.suzuki, unknown.practiceId)).toMatchObject({
    report: { projectUnknown: 0 },
    projects: [{ name: '住民基本台帳事業' }],
  })
})

it('the head of a section has the bureau confirm, and the head of a bureau the secretariat', async () => {
  await using story = await town()
  const { people } = story
  const chiefs = await story.reports(people.takahashi)
  const withChief = await story.reports(people.suzuki, { memberIds: [people.takahashi] })
  const directors = await story.reports(people.yamamoto)
  expect(await story.toConfirm(people.takahashi)).toEqual([])
  expect(await story.toConfirm(people.yamamoto)).toEqual([chiefs.practiceId, withChief.practiceId])
  expect(await story.toConfirm(people.kobayashi)).toEqual([directors.practiceId])
  await expect(
    story.world.act(people.takahashi, (ctx) => confirmPractices(ctx, [confirmation(chiefs.practiceId)])),
  ).rejects.toThrow(NotPermitted)
})

it('a returned report says what is missing, can be rewritten and keeps its number', async () => {
  await using story = await town()
  const { world, people, content } = story
  const { practiceId } = await story.reports(people.suzuki)
  await world.act(people.takahashi, (ctx) =>
    returnPractice(ctx, { practiceId, missing: '時期を書いてください。' }),
  )
  expect(await story.sees(people.suzuki, practiceId)).toMatchObject({
    facts: { stage: 'returned' },
    lastReturn: { missing: '時期を書いてください。', returnedBy: '髙橋　誠' },
  })
  const draft = await world.act(people.suzuki, (ctx) =>
    revisePractice(ctx, { practiceId, version: 3, content: { ...content, change: '5月から置いた。' } }),
  )
  const again = await world.act(people.suzuki, (ctx) => reportPractice(ctx, draft))
  expect(again.receiptNumber).toBe('R8-0001')
  await expect(
    world.act(people.takahashi, (ctx) => confirmPractices(ctx, [confirmation(practiceId)])),
  ).rejects.toThrow('書き直された')
})

it('a draft is its authors’ alone, and goes without a trace of its text', async () => {
  await using story = await town()
  const { world, people, content } = story
  const { practiceId } = await world.act(people.suzuki, (ctx) =>
    draftPractice(ctx, { ...emptyContent, title: content.title, memberIds: [people.tanaka] }),
  )
  expect(await story.sees(people.takahashi, practiceId)).toBeInstanceOf(NotFound)
  expect(await story.sees(people.tanaka, practiceId)).toMatchObject({ report: { title: content.title } })
  expect(await listOwnPractices(world.reader, people.tanaka)).toMatchObject([
    { id: practiceId, stage: 'draft' },
  ])
  await expect(world.act(people.tanaka, (ctx) => discardPractice(ctx, { practiceId }))).rejects.toThrow(
    NotPermitted,
  )
  await world.act(people.suzuki, (ctx) => discardPractice(ctx, { practiceId }))
  expect(await story.sees(people.suzuki, practiceId)).toBeInstanceOf(NotFound)
})

it('two who write at once lose nothing: the second is shown what the first wrote', async () => {
  await using story = await town()
  const { world, people, content } = story
  const draft = await world.act(people.suzuki, (ctx) =>
    draftPractice(ctx, { ...content, memberIds: [people.tanaka] }),
  )
  const writes = (personId: number, change: string) =>
    world.act(personId, (ctx) =>
      revisePractice(ctx, { ...draft, content: { ...content, memberIds: [people.tanaka], change } }),
    )
  await writes(people.tanaka, '田中の文')
  const refused = await writes(people.suzuki, '鈴木の文').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ChangedMeanwhile)
  expect(refused).toMatchObject({ theirs: { change: '田中の文', version: '2' } })
  expect(await writes(people.suzuki, '田中の文')).toMatchObject({ version: 2 })
})

it('asks for the basis of a figure that would swamp the year, and for nothing once it is there', async () => {
  await using story = await town()
  const { people } = story
  const huge = { yenPerYear: 15_890_000_000 }
  await expect(story.reports(people.suzuki, huge)).rejects.toMatchObject({ field: 'calculationBasis' })
  await story.reports(people.suzuki, { ...huge, calculationBasis: '契約金額の差額による。' })
})

it('does not report what lacks something, and says at which field', async () => {
  await using story = await town()
  const { world, people } = story
  const draft = await world.act(people.suzuki, (ctx) => draftPractice(ctx, emptyContent))
  await expect(world.act(people.suzuki, (ctx) => reportPractice(ctx, draft))).rejects.toMatchObject({
    field: 'title',
    message: '改善の名前を入力してください',
  })
})

it('shows for checking what is stored, as its form holds it', async () => {
  await using told = await town()
  const { world, people, projects, content } = told
  const written: PracticeContent = {
    ...content,
    ...{ before: '列が長かった。', minutesPerYear: 600, ictKind: 'rpa', memberIds: [people.tanaka] },
    projectIds: [projects.counter, projects.collection],
  }
  const { practiceId } = await world.act(people.suzuki, (ctx) => draftPractice(ctx, written))
  const found = await findPracticeSeenBy(world.reader, await told.as(people.suzuki), practiceId)
  expect(contentOf(found)).toEqual((await findContent(world.reader, practiceId)).content)
  expect(contentOf(found)).toMatchObject(written)
})
