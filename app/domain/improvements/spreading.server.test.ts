import { describe, expect, it } from 'vitest'
import { confirmed } from '#tests/support/practices.server'
import { fresh, planned, schedule } from '#tests/support/reorganisations.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { NotFound } from '../errors'
import { findActor } from '../organisation/actor.server'
import { listNotifications } from '../notifications/inbox.server'
import { confirmPractices } from '../practices/confirmation.server'
import { findContent } from '../practices/content.server'
import { emptyContent } from '../practices/content'
import { discardPractice, draftPractice, revisePractice } from '../practices/drafting.server'
import { findPracticeSeenBy } from '../practices/lookup.server'
import { reportPractice } from '../practices/reporting.server'
import { reportSpread, tieReport } from './copying.server'
import { findImprovement } from './lookup.server'
import { followImprovement, isFollowing, listRemarks, remark } from './remarking.server'
import type { SaidState } from './spread'
import { listSpreads } from './spread-lookup.server'
import { cancelSpread, recordSpread } from './spreading.server'

const nothing = { projectId: null, plannedFor: '', note: '', reason: '' }

async function story() {
  const world = await freshWorld()
  const town = await smallTown(world)
  await confirmed(world, town)
  const { id: improvementId } = await world.reader
    .selectFrom('improvements')
    .select('id')
    .executeTakeFirstOrThrow()
  return {
    ...{ world, town, improvementId },
    say: (name: PersonName, state: SaidState, text: Partial<typeof nothing> = {}) =>
      world.act(town.people[name], (ctx) => recordSpread(ctx, { improvementId, state, ...nothing, ...text })),
    report: (name: PersonName) =>
      world.act(town.people[name], (ctx) =>
        reportSpread(ctx, { improvementId, ...nothing, projectId: town.projects.collection }),
      ),
    cancel: (name: PersonName) => world.act(town.people[name], (ctx) => cancelSpread(ctx, { improvementId })),
    spreads: async () =>
      (await listSpreads(world.reader, improvementId)).map(
        ({ departmentName, state }) => `${departmentName} ${state}`,
      ),
    inbox: async (name: PersonName) =>
      (await listNotifications(world.reader, town.people[name], { unreadOnly: true })).notifications.map(
        ({ text }) => text,
      ),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

describe('うちの課でもやる', () => {
  it('goes on in the section that came out of it, from the day on', async () => {
    await using told = await story()
    await told.say('sato', 'wanted')
    const { world, town } = told
    const id = await planned(world, town.people.yoshida, '2026-07-01', [
      {
        ...{ kind: 'rename', formerIds: [town.departments.tax] },
        laters: [fresh('010900', '市税課', '010000')],
      },
    ])
    await schedule(world, town.people.yoshida, id)
    world.at('2026-07-01T09:00:00+09:00')
    await told.say('watanabe', 'started')
    expect(await told.spreads()).toEqual(['税務課 started'])
  })

  it('is one for a department: the second person joins, and its makers are told', async () => {
    await using told = await story()
    await told.say('sato', 'wanted', { note: '参考にします' })
    await told.say('watanabe', 'started')
    await told.say('mori', 'wanted')
    expect(await told.spreads()).toEqual(['税務課 started', '福祉課 wanted'])
    expect((await told.inbox('suzuki')).slice(0, 3)).toEqual([
      '福祉課があなたの改善を取り入れたいと言っています：窓口に番号札を置く',
      '税務課があなたの改善を取り入れ始めました：窓口に番号札を置く',
      '税務課があなたの改善を取り入れたいと言っています：窓口に番号札を置く',
    ])
    const members = await told.world.reader.selectFrom('spreadMembers').select('personId').execute()
    expect(members).toHaveLength(3)
  })

  it('is not for the department that made it, nor for what is on no shelf', async () => {
    await using told = await story()
    await expect(told.say('tanaka', 'wanted')).rejects.toThrow('自分の課の改善です。')
    const missing = told.world.act(told.town.people.sato, (ctx) =>
      recordSpread(ctx, { improvementId: 999, state: 'wanted', ...nothing }),
    )
    await expect(missing).rejects.toThrow(NotFound)
  })

  it('asks for the reason where it could not be done, and shows it', async () => {
    await using told = await story()
    await expect(told.say('sato', 'couldNot')).rejects.toThrow('できなかった理由を入力してください')
    await told.say('sato', 'couldNot', { reason: '置く場所がありません。' })
    const [spread] = await listSpreads(told.world.reader, told.improvementId)
    expect(spread).toMatchObject({ state: 'couldNot', reason: '置く場所がありません。' })
  })

  it('is cancelled at any time before it is done, and may be begun again', async () => {
    await using told = await story()
    await told.say('sato', 'wanted')
    await told.cancel('watanabe')
    expect(await told.spreads()).toEqual([])
    await told.say('sato', 'started')
    expect(await told.spreads()).toEqual(['税務課 started'])
  })

  it('is done, and counts for the copier, when its own report is confirmed', async () => {
    await using told = await story()
    const { world, town } = told
    const { practiceId } = await told.report('sato')
    expect(await told.report('sato')).toEqual({ practiceId })
    const { content, version } = await findContent(world.reader, practiceId)
    expect(content).toMatchObject({
      title: '窓口に番号札を置く',
      change: '番号札を置き、待ち人数が分かるようにした。',
      projectIds: [town.projects.collection],
      implementedOn: null,
    })
    await world.act(town.people.sato, (ctx) =>
      revisePractice(ctx, { practiceId, version, content: { ...content, implementedOn: '2026-05-28' } }),
    )
    await world.act(town.people.sato, (ctx) => reportPractice(ctx, { practiceId, version: version + 1 }))
    expect(await told.spreads()).toEqual(['税務課 started'])
    await world.act(town.people.watanabe, (ctx) =>
      confirmPractices(ctx, [{ practiceId, version: version + 2, headComment: '', projectIds: null }]),
    )
    expect(await told.spreads()).toEqual(['税務課 done'])
    expect((await told.inbox('suzuki'))[0]).toBe('税務課があなたの改善を取り入れました：窓口に番号札を置く')
    const counted = await world.reader.selectFrom('countedImprovements').select('projectId').execute()
    expect(counted.map(({ projectId }) => projectId)).toContain(town.projects.collection)
    const [spread] = await listSpreads(world.reader, told.improvementId)
    const copy = await findImprovement(world.reader, spread?.copyId ?? 0, '2026-06-01')
    expect(copy).toMatchObject({ originId: told.improvementId, originTitle: '窓口に番号札を置く' })
    const copies = await world.reader
      .selectFrom('improvements')
      .select('copies')
      .where('id', '=', told.improvementId)
      .executeTakeFirst()
    expect(copies).toEqual({ copies: 1 })
    await expect(told.say('sato', 'wanted')).rejects.toThrow('すでに実施しています')
  })

  it('begins another report when the draft was discarded', async () => {
    await using told = await story()
    const { practiceId } = await told.report('sato')
    await told.world.act(told.town.people.sato, (ctx) => discardPractice(ctx, { practiceId }))
    const again = await told.report('sato')
    expect(again.practiceId).not.toBe(practiceId)
  })
})

describe('a report that turns out to be a copy', () => {
  const draft = { ...emptyContent, title: '番号札を置いた', change: '札を置いた。' }

  async function written() {
    const told = await story()
    const { world, town, improvementId } = told
    const write = (name: PersonName, title = draft.title) =>
      world.act(town.people[name], (ctx) => draftPractice(ctx, { ...draft, title }))
    const tie = (name: PersonName, practiceId: number, improvement = improvementId) =>
      world.act(town.people[name], (ctx) =>
        tieReport(ctx, { improvementId: improvement, practiceId, ...nothing }),
      )
    const originOf = async (name: PersonName, practiceId: number) => {
      const actor = await findActor(world.reader, town.people[name], '2026-06-01')
      return (await findPracticeSeenBy(world.reader, actor, practiceId)).report.originTitle
    }
    return { ...told, write, tie, originOf }
  }

  it('keeps every word of it and names what it copies', async () => {
    await using told = await written()
    const { practiceId } = await told.write('sato')
    await told.tie('sato', practiceId)
    await told.tie('sato', practiceId)
    expect(await told.spreads()).toEqual(['税務課 started'])
    expect(await told.originOf('sato', practiceId)).toBe('窓口に番号札を置く')
    expect((await findContent(told.world.reader, practiceId)).content.title).toBe('番号札を置いた')
    expect(await told.report('sato'), 'and is the one that is gone on with').toEqual({ practiceId })
  })

  it('is one like any other again when the copy is cancelled', async () => {
    await using told = await written()
    const { practiceId } = await told.write('sato')
    await told.tie('sato', practiceId)
    await told.cancel('sato')
    expect(await told.spreads()).toEqual([])
    expect(await told.originOf('sato', practiceId)).toBeNull()
  })

  it('is one for the department, of one improvement, and one’s own', async () => {
    await using told = await written()
    const { practiceId } = await told.write('sato')
    await told.tie('sato', practiceId)
    const second = await told.write('watanabe')
    const already = 'あなたの課ですでに書き始められています'
    await expect(told.tie('watanabe', second.practiceId)).rejects.toThrow(already)
    await expect(told.report('watanabe')).rejects.toThrow(already)
    await expect(told.tie('watanabe', practiceId)).rejects.toThrow(NotFound)

    await confirmed(told.world, told.town, { title: '待ち人数の掲示' })
    const { id: other } = await told.world.reader
      .selectFrom('improvements')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await expect(told.tie('sato', practiceId, other)).rejects.toThrow('すでにほかの事例をまねた報告')
    const reported = await told.write('tanaka')
    await expect(told.tie('tanaka', reported.practiceId)).rejects.toThrow('自分の課の改善です。')
  })
})

describe('thanks and comments', () => {
  it('reach those who made it, thanks once for each person', async () => {
    await using told = await story()
    const { world, town, improvementId } = told
    const say = (name: PersonName, kind: 'thanks' | 'comment', text = '') =>
      world.act(town.people[name], (ctx) => remark(ctx, { improvementId, kind, text }))
    await say('mori', 'thanks')
    await say('mori', 'comment', '福祉課でも使えそうです。')
    await expect(say('mori', 'thanks')).rejects.toThrow('もう届けています')
    await expect(say('mori', 'comment')).rejects.toThrow('コメントを入力してください')
    expect(
      (await listRemarks(world.reader, improvementId)).map(({ name, kind }) => `${name} ${kind}`),
    ).toEqual(['森　久美子 thanks', '森　久美子 comment'])
    expect((await told.inbox('suzuki')).slice(0, 2)).toEqual([
      'コメントが届きました：窓口に番号札を置く',
      'ありがとうが届きました：窓口に番号札を置く',
    ])
  })

  it('whoever follows an improvement is told when others take it up', async () => {
    await using told = await story()
    const { world, town, improvementId } = told
    const follow = (wanted: boolean) =>
      world.act(town.people.mori, (ctx) => followImprovement(ctx, { improvementId, follow: wanted }))
    await follow(true)
    await follow(true)
    await told.say('sato', 'started')
    expect(await told.inbox('mori')).toEqual(['税務課がこの改善を取り入れ始めました：窓口に番号札を置く'])
    await follow(false)
    expect(await isFollowing(world.reader, improvementId, town.people.mori)).toBe(false)
  })
})
