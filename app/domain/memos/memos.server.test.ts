import { folderStore } from '#app/domain/attachments/folder-store.server'
import { expect, it } from 'vitest'
import { listAttachmentsSeenBy } from '#app/domain/attached.server'
import { findAttachment, listAttachments } from '#app/domain/attachments/fetching.server'
import type { Ctx } from '#app/domain/context'
import { ChangedMeanwhile, NotFound, NotPermitted, RuleBroken } from '#app/domain/errors'
import { findActor } from '#app/domain/organisation/actor.server'
import { findContent } from '#app/domain/practices/content.server'
import { discardPractice } from '#app/domain/practices/drafting.server'
import { findContent as findProposalContent } from '#app/domain/proposals/content.server'
import { forgetMemos } from '#app/jobs/forget-memos.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { filesForEachTest, photoOf, stored } from '#tests/support/uploads.server'
import { freshWorld } from '#tests/support/world.server'
import { growIntoPractice, growIntoProposal } from './growing.server'
import { findMemoSeenBy, listOwnMemos, listRemovedMemos, listSharedMemos } from './listing.server'
import { memoLimits } from './memo'
import { joinMemo, leaveMemo, shareMemo } from './sharing.server'
import { changeMemo, removeMemo, restoreMemo, writeMemo } from './writing.server'

const files = filesForEachTest()

/** 鈴木 and 田中 of 市民課, 佐藤 of 税務課. */
async function noted({ withPhoto = false } = {}) {
  const world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  const act = <T>(by: PersonName, command: (ctx: Ctx) => Promise<T>) => world.act(town.people[by], command)
  const as = (by: PersonName) => findActor(world.reader, town.people[by], '2026-06-01')
  const photo = withPhoto
    ? {
        files: folderStore(files.path),
        stored: await stored(files.path, '窓口.jpg', await photoOf(), 'other'),
      }
    : null
  const { memoId } = await act('suzuki', (ctx) => writeMemo(ctx, { text: '同じ説明を何度もしている', photo }))
  return {
    ...{ world, town, act, as, memoId },
    sees: async (by: PersonName) =>
      findMemoSeenBy(world.reader, await as(by), memoId).catch((error: unknown) => error),
    own: async (by: PersonName) => (await listOwnMemos(world.reader, await as(by))).map(({ id }) => id),
    shared: async (by: PersonName) => (await listSharedMemos(world.reader, await as(by))).map(({ id }) => id),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('is its writer’s alone, photo and all, until it is shared', async () => {
  await using story = await noted({ withPhoto: true })
  const { world, as, memoId } = story
  expect(await story.sees('suzuki')).toMatchObject({
    ...{ text: '同じ説明を何度もしている', sharing: 'nobody' },
    photo: { description: '同じ説明を何度もしている' },
  })
  for (const other of ['tanaka', 'takahashi', 'kobayashi', 'yoshida'] as const) {
    expect(await story.sees(other), other).toBeInstanceOf(NotFound)
    await expect(listAttachmentsSeenBy(world.reader, await as(other), { memoId })).rejects.toThrow(NotFound)
  }
  expect(await story.shared('tanaka')).toEqual([])
})

it('is shared with the department or with all staff, by name, and taken back again', async () => {
  await using story = await noted()
  const { act, memoId } = story
  const share = (sharing: 'department' | 'staff' | 'nobody') =>
    act('suzuki', (ctx) => shareMemo(ctx, { memoId, sharing }))
  await share('department')
  expect([await story.shared('tanaka'), await story.shared('sato')]).toEqual([[memoId], []])
  expect(await story.sees('tanaka')).toMatchObject({
    writer: { name: '鈴木　花子', departmentName: '市民課' },
    departmentName: '市民課',
  })
  await share('staff')
  expect(await story.shared('sato')).toEqual([memoId])
  await share('nobody')
  expect(await story.sees('sato')).toBeInstanceOf(NotFound)
  await expect(act('tanaka', (ctx) => shareMemo(ctx, { memoId, sharing: 'staff' }))).rejects.toThrow(NotFound)
})

it('is thought about together by whoever joins, who is told of and may leave', async () => {
  await using story = await noted()
  const { world, town, act, memoId } = story
  await expect(act('sato', (ctx) => joinMemo(ctx, memoId))).rejects.toThrow(NotFound)
  await act('suzuki', (ctx) => shareMemo(ctx, { memoId, sharing: 'staff' }))
  await act('sato', (ctx) => joinMemo(ctx, memoId))
  await expect(act('sato', (ctx) => joinMemo(ctx, memoId))).rejects.toThrow('もう加わっています')
  await expect(act('suzuki', (ctx) => joinMemo(ctx, memoId))).rejects.toThrow(NotPermitted)
  expect([await story.own('sato'), await story.shared('sato')]).toEqual([[memoId], []])
  await act('suzuki', (ctx) => shareMemo(ctx, { memoId, sharing: 'nobody' }))
  expect(await story.sees('sato')).toMatchObject({
    companions: [{ name: '佐藤　由美', departmentName: '税務課' }],
  })
  await act('sato', (ctx) => leaveMemo(ctx, memoId))
  expect(await story.sees('sato')).toBeInstanceOf(NotFound)
  const told = await world.reader
    .selectFrom('notifications')
    .select('text')
    .where('personId', '=', town.people.suzuki)
    .orderBy('id')
    .execute()
  expect(told.map(({ text }) => text)).toEqual([
    'いっしょに考える人が加わりました：同じ説明を何度もしている',
    'いっしょに考えていた人が1人外れました：同じ説明を何度もしている',
  ])
})

it('grows into a report with its photo and those who thought along, and is shared no more', async () => {
  await using story = await noted({ withPhoto: true })
  const { world, town, act, memoId } = story
  await act('suzuki', (ctx) => shareMemo(ctx, { memoId, sharing: 'staff' }))
  await act('tanaka', (ctx) => joinMemo(ctx, memoId))
  await expect(
    act('suzuki', (ctx) => growIntoPractice(ctx, { memoId, companionIds: [town.people.sato] })),
  ).rejects.toThrow(RuleBroken)
  const companionIds = [town.people.tanaka]
  const { practiceId } = await act('suzuki', (ctx) => growIntoPractice(ctx, { memoId, companionIds }))
  expect((await findContent(world.reader, practiceId)).content).toMatchObject({
    ...{ before: '同じ説明を何度もしている', memberIds: companionIds },
  })
  expect(await listAttachments(world.reader, { practiceId })).toMatchObject([
    { place: 'other', format: 'webp' },
  ])
  expect(await story.sees('suzuki')).toMatchObject({
    ...{ sharing: 'nobody', grown: { into: 'practice', id: practiceId, isDraft: true } },
  })
  expect(await story.sees('tanaka'), 'what it became is for its own pages to tell').toMatchObject({
    grown: null,
  })
  expect(await story.sees('sato')).toBeInstanceOf(NotFound)
  await expect(act('suzuki', (ctx) => growIntoProposal(ctx, { memoId, companionIds: [] }))).rejects.toThrow(
    'もう報告か提案になっています',
  )
})

it('comes back when the draft it became is discarded, and can become a proposal then', async () => {
  await using story = await noted()
  const { world, act, memoId } = story
  const { practiceId } = await act('suzuki', (ctx) => growIntoPractice(ctx, { memoId, companionIds: [] }))
  await act('suzuki', (ctx) => discardPractice(ctx, { practiceId }))
  expect(await story.sees('suzuki')).toMatchObject({ grown: null })
  const { proposalId } = await act('suzuki', (ctx) => growIntoProposal(ctx, { memoId, companionIds: [] }))
  expect((await findProposalContent(world.reader, proposalId)).content.currentSituation).toBe(
    '同じ説明を何度もしている',
  )
})

it('is put right by whoever has seen the last wording', async () => {
  await using story = await noted()
  const { act, memoId } = story
  const change = (text: string, version: number) =>
    act('suzuki', (ctx) => changeMemo(ctx, { memoId, version, text, photo: null }))
  await change('説明書きがない', 1)
  await expect(change('別の文', 1)).rejects.toBeInstanceOf(ChangedMeanwhile)
  await change('説明書きがない', 1)
  expect(await story.sees('suzuki')).toMatchObject({ text: '説明書きがない' })
})

it('has one photo at most', async () => {
  await using story = await noted({ withPhoto: true })
  const { act, memoId } = story
  const photo = {
    files: folderStore(files.path),
    stored: await stored(files.path, '二枚目.jpg', await photoOf(), 'other'),
  }
  await expect(
    act('suzuki', (ctx) => changeMemo(ctx, { memoId, version: 1, text: '説明', photo })),
  ).rejects.toThrow('1枚まで')
})

it('can be brought back for thirty days after it was removed, and is gone then with its photo', async () => {
  await using story = await noted({ withPhoto: true })
  const { world, act, as, memoId } = story
  const removed = async () =>
    (await listRemovedMemos(world.reader, await as('suzuki'), world.now().toISOString())).map(({ id }) => id)
  const [photo] = await listAttachments(world.reader, { memoId })
  await act('suzuki', (ctx) => removeMemo(ctx, memoId))
  expect([await story.sees('suzuki'), await removed()]).toEqual([expect.any(NotFound), [memoId]])
  await expect(act('tanaka', (ctx) => restoreMemo(ctx, memoId))).rejects.toThrow(NotFound)
  await act('suzuki', (ctx) => restoreMemo(ctx, memoId))
  await act('suzuki', (ctx) => restoreMemo(ctx, memoId))
  expect(await story.own('suzuki')).toEqual([memoId])

  await act('suzuki', (ctx) => removeMemo(ctx, memoId))
  const { run } = forgetMemos(world)
  world.at('2026-07-01T09:00:00+09:00')
  await run()
  expect(await removed()).toEqual([memoId])
  world.at('2026-07-01T09:00:01+09:00')
  await run()
  await run()
  expect(await removed()).toEqual([])
  await expect(act('suzuki', (ctx) => restoreMemo(ctx, memoId))).rejects.toThrow(NotFound)
  await expect(findAttachment(world.reader, photo?.id ?? 0)).rejects.toThrow(NotFound)
})

it('is one of two hundred at most', async () => {
  await using story = await noted()
  const { act } = story
  await act('suzuki', async (ctx) => {
    for (let n = 1; n < memoLimits.memos; n += 1) await writeMemo(ctx, { text: `メモ${n}`, photo: null })
  })
  await expect(act('suzuki', (ctx) => writeMemo(ctx, { text: 'もう1つ', photo: null }))).rejects.toThrow(
    '200件まで',
  )
})
