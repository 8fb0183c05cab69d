import { expect, it } from 'vitest'
import { countWarnedDrafts, decideOnDrafts } from '#app/domain/draft-retention.server'
import { verifyLog } from '#app/domain/events/log.server'
import { emptyContent } from '#app/domain/practices/content'
import { draftPractice } from '#app/domain/practices/drafting.server'
import * as practices from '#app/domain/practices/old-drafts.server'
import { reviseDraft } from '#app/domain/proposals/drafting.server'
import * as proposals from '#app/domain/proposals/old-drafts.server'
import { returnForRevision } from '#app/domain/proposals/intake.server'
import { withdrawProposal } from '#app/domain/proposals/withdrawal.server'
import { confirmed } from '#tests/support/practices.server'
import { contentIn, drafted, submitted } from '#tests/support/proposals.server'
import { smallTown } from '#tests/support/town.server'
import { attached, filesForEachTest } from '#tests/support/uploads.server'
import { freshWorld } from '#tests/support/world.server'
import { expireDrafts } from './expire-drafts.server'

const files = filesForEachTest()

/** Drafts of 佐藤 and 鈴木 from 1 June 2026, under a rule of a year and thirty days. */
async function story() {
  const world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  await world.act(town.people.yoshida, (ctx) => decideOnDrafts(ctx, { months: 12, warnDays: 30 }))
  const proposalId = await drafted(world, town)
  const { practiceId } = await world.act(town.people.suzuki, (ctx) =>
    draftPractice(ctx, { ...emptyContent, title: '番号札を置く' }),
  )
  const idsIn = async (table: 'proposals' | 'practices') =>
    (await world.reader.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)
  const there = async () => ({ proposals: await idsIn('proposals'), practices: await idsIn('practices') })
  const told = async (personId: number) =>
    (
      await world.reader
        .selectFrom('notifications')
        .select(['text', 'path'])
        .where('personId', '=', personId)
        .orderBy('id')
        .execute()
    ).filter(({ path }) => path.endsWith('/keeping'))
  const nightOf = async (day: string) => {
    world.at(`${day}T04:11:00+09:00`)
    await expireDrafts(world).run()
  }
  const close = () => world.close()
  return { world, town, proposalId, practiceId, there, told, nightOf, [Symbol.asyncDispose]: close }
}

it('tells the authors a month before, once, and lets the draft go on the day that it named', async () => {
  await using told = await story()
  const { world, town, proposalId, practiceId } = told
  await told.nightOf('2027-05-02')
  expect(await told.told(town.people.sato)).toEqual([])
  await told.nightOf('2027-05-03')
  await told.nightOf('2027-05-04')
  expect(await told.told(town.people.sato)).toEqual([
    {
      text: '長く保存されていない下書きを6月2日に廃棄します。使うときは、残してください：窓口に番号札を導入する',
      path: `/proposals/${proposalId}/keeping`,
    },
  ])
  expect(await told.told(town.people.suzuki)).toHaveLength(1)
  expect(await countWarnedDrafts(world.reader)).toEqual([
    { what: 'proposals', drafts: 1, warned: 1, nextOn: '2027-06-02' },
    { what: 'practices', drafts: 1, warned: 1, nextOn: '2027-06-02' },
  ])
  await told.nightOf('2027-06-01')
  expect(await told.there()).toEqual({ proposals: [proposalId], practices: [practiceId] })
  await told.nightOf('2027-06-02')
  expect(await told.there()).toEqual({ proposals: [], practices: [] })
  const { seq } = await world.reader
    .selectFrom('events')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  expect(await verifyLog(world.reader, world.seal)).toEqual({ checked: Number(seq), brokenAt: null })
})

it('keeps what its author keeps, saves as it is, or attaches something to, for its months from then on', async () => {
  await using told = await story()
  const { world, town, proposalId, practiceId } = told
  const { sato, suzuki } = town.people
  const second = await drafted(world, town, { title: '二つ目' })
  const third = await drafted(world, town, { title: '三つ目' })
  await told.nightOf('2027-05-03')
  await world.act(suzuki, (ctx) => practices.keepOldDraft(ctx, { practiceId }))
  await world.act(sato, (ctx) => proposals.keepOldDraft(ctx, { proposalId }))
  const content = contentIn(town, { title: '二つ目' })
  await world.act(sato, (ctx) => reviseDraft(ctx, { proposalId: second, version: 1, content }))
  await attached(world, { files: files.path, by: sato, subject: { proposalId: third } })
  await told.nightOf('2027-06-02')
  expect(await told.there()).toEqual({ proposals: [proposalId, second, third], practices: [practiceId] })
  expect(await countWarnedDrafts(world.reader)).toMatchObject([{ warned: 0 }, { warned: 0 }])
  await told.nightOf('2028-04-04')
  expect(await countWarnedDrafts(world.reader)).toMatchObject([{ warned: 3 }, { warned: 1 }])
})

it('never takes what was handed in, whatever became of it, nor what counts', async () => {
  await using told = await story()
  const { world, town } = told
  const { sato, kobayashi } = town.people
  const handedIn = await submitted(world, town, { title: '出した' })
  const returned = await submitted(world, town, { title: '差し戻された' })
  const withdrawn = await submitted(world, town, { title: '取り下げた' })
  const report = await confirmed(world, town)
  await world.act(kobayashi, (ctx) =>
    returnForRevision(ctx, { proposalId: returned, missing: '今のようすを書いてください。' }),
  )
  await world.act(sato, (ctx) => withdrawProposal(ctx, { proposalId: withdrawn, reason: '' }))
  const counted = () => world.reader.selectFrom('countedImprovements').selectAll().execute()
  const before = await counted()
  expect(before).not.toEqual([])
  await told.nightOf('2036-05-01')
  await told.nightOf('2036-06-01')
  expect(await told.there()).toEqual({
    proposals: [handedIn, returned, withdrawn],
    practices: [report],
  })
  expect(await counted()).toEqual(before)
})

it('tells anew, with the full time, where the rule was changed meanwhile; and never where drafts are kept', async () => {
  await using told = await story()
  const { world, town, proposalId } = told
  await told.nightOf('2027-05-03')
  world.at('2027-05-20T09:00:00+09:00')
  await world.act(town.people.yoshida, (ctx) => decideOnDrafts(ctx, { months: 12, warnDays: 20 }))
  await told.nightOf('2027-06-02')
  expect((await told.there()).proposals).toEqual([proposalId])
  expect(await countWarnedDrafts(world.reader)).toMatchObject([{ nextOn: '2027-06-22' }, {}])
  await world.act(town.people.yoshida, (ctx) => decideOnDrafts(ctx, { months: null, warnDays: 20 }))
  await told.nightOf('2040-01-01')
  expect((await told.there()).proposals).toEqual([proposalId])
})

it('is decided by administrators alone, and done by the clock alone', async () => {
  await using told = await story()
  const { world, town, proposalId } = told
  await expect(
    world.act(town.people.kobayashi, (ctx) => decideOnDrafts(ctx, { months: 12, warnDays: 30 })),
  ).rejects.toThrow('システム管理者')
  await expect(
    world.act(town.people.sato, (ctx) => proposals.letDraftExpire(ctx, { proposalId })),
  ).rejects.toThrow('Only the clock')
  await expect(
    world.act(town.people.tanaka, (ctx) => proposals.keepOldDraft(ctx, { proposalId })),
  ).rejects.toMatchObject({ name: 'NotFound' })
})
