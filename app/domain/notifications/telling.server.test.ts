import { describe, expect, it } from 'vitest'
import { importAppointments } from '#app/domain/organisation/appointments.server'
import { mergeInto } from '#app/domain/proposals/merging.server'
import { confirmed, reported } from '#tests/support/practices.server'
import { accepted, submitted } from '#tests/support/proposals.server'
import { decided, notified } from '#tests/support/reviews.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { NotFound } from '../errors'
import { listNotifications, markAllRead, openNotification } from './inbox.server'
import { countUnread } from './unread.server'

async function town() {
  const world = await freshWorld('2026-06-01T09:00:00+09:00')
  const made = await smallTown(world)
  const inbox = async (name: PersonName, unreadOnly = true) =>
    (await listNotifications(world.reader, made.people[name], { unreadOnly })).notifications
  return {
    world,
    town: made,
    people: made.people,
    inbox,
    /** The newest first. */
    textsOf: async (name: PersonName) => (await inbox(name)).map(({ text }) => text),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

describe('telling', () => {
  it('reaches who acts next, and never who did it', async () => {
    await using story = await town()
    await accepted(story.world, story.town)
    expect(await story.textsOf('sato')).toEqual(['提案を受け付けました（R8-001）：窓口に番号札を導入する'])
    expect(await story.textsOf('kobayashi')).toEqual([
      '6月4日までに受け付けてください：窓口に番号札を導入する',
    ])
    expect(await story.textsOf('takahashi')).toEqual([
      '6月15日までに検討してください：窓口に番号札を導入する',
    ])
    expect(await story.textsOf('tanaka')).toEqual([])
  })

  it('keeps a decision from its authors until the notice', async () => {
    await using story = await town()
    await decided(story.world, story.town)
    expect((await story.textsOf('sato'))[0]).toBe('事務改善委員会の議題になりました：窓口に番号札を導入する')
    expect((await story.textsOf('kobayashi'))[0]).toBe(
      '6月8日までに結果を通知してください：窓口に番号札を導入する',
    )

    await using later = await town()
    await notified(later.world, later.town)
    expect((await later.textsOf('sato'))[0]).toBe(
      '提案の結果が出ました。理由を確かめてください：窓口に番号札を導入する',
    )
    expect((await later.textsOf('takahashi'))[0]).toBe(
      '採用されました。10月1日までに実施してください：窓口に番号札を導入する',
    )
  })

  it('goes to the head of the day: from 1 April to the successor', async () => {
    await using story = await town()
    story.world.at('2026-07-01T09:00:00+09:00')
    const moved = { departmentCode: '010100', postCode: 'chief', kind: 'main' } as const
    await story.world.act(0, (ctx) =>
      importAppointments(ctx, [
        { ...moved, employeeNumber: '000003', validFrom: '2024-04-01', validTo: '2026-06-30' },
        { ...moved, employeeNumber: '000002', validFrom: '2026-07-01', validTo: null },
      ]),
    )
    await reported(story.world, story.town)
    expect(await story.textsOf('takahashi')).toEqual([])
    expect(await story.textsOf('tanaka')).toEqual([
      '7月15日までに改善の報告を確認してください：窓口に番号札を置く',
    ])
  })

  it('reaches everybody who took part in a report, and the reporter, when it is confirmed', async () => {
    await using story = await town()
    await confirmed(story.world, story.town, { memberIds: [story.people.tanaka] })
    expect(await story.textsOf('suzuki')).toEqual(['改善の報告が確認されました：窓口に番号札を置く'])
    expect(await story.textsOf('tanaka')).toEqual([
      '改善の報告が確認されました：窓口に番号札を置く',
      '一緒に取り組んだ改善が報告されました：窓口に番号札を置く',
    ])
  })

  it('goes on reaching the authors of a proposal that was merged into another', async () => {
    await using story = await town()
    const intoId = await submitted(story.world, story.town, { title: '先の提案' })
    const proposalId = await submitted(story.world, story.town, { by: 'suzuki', title: '後の提案' })
    await story.world.act(story.people.kobayashi, (ctx) =>
      mergeInto(ctx, { proposalId, intoId, reason: '同じ内容のため' }),
    )
    expect(await story.inbox('suzuki')).toMatchObject([
      { text: 'ほかの提案に統合されました：後の提案', path: `/proposals/${intoId}` },
    ])
  })
})

describe('the inbox', () => {
  it('is read one by one, and only by its owner', async () => {
    await using story = await town()
    await accepted(story.world, story.town)
    const [message] = await story.inbox('takahashi')
    const id = message?.id ?? 0
    await expect(story.world.act(story.people.watanabe, (ctx) => openNotification(ctx, id))).rejects.toThrow(
      NotFound,
    )
    expect(await countUnread(story.world.reader, story.people.takahashi)).toBe(1)

    const path = await story.world.act(story.people.takahashi, (ctx) => openNotification(ctx, id))
    expect(path).toMatch(/^\/considerations\/\d+$/)
    expect(await countUnread(story.world.reader, story.people.takahashi)).toBe(0)
    expect(await story.inbox('takahashi')).toEqual([])
    expect(await story.inbox('takahashi', false)).toMatchObject([{ id, readAt: '2026-06-01T00:00:00.000Z' }])
  })

  it('is read as far as it was seen: what comes in meanwhile stays unread', async () => {
    await using story = await town()
    await reported(story.world, story.town, { title: '見たもの' })
    const [seen] = await story.inbox('takahashi')
    await reported(story.world, story.town, { title: '見ていないもの' })
    await story.world.act(story.people.takahashi, (ctx) => markAllRead(ctx, { upTo: seen?.id ?? 0 }))
    expect(await story.textsOf('takahashi')).toEqual([
      '6月15日までに改善の報告を確認してください：見ていないもの',
    ])
    expect(await countUnread(story.world.reader, story.people.takahashi)).toBe(1)
  })

  it('comes in pages, each beginning where the one before ended', async () => {
    await using story = await town()
    for (const title of ['一', '二', '三']) await reported(story.world, story.town, { title })
    const { reader } = story.world
    const first = await listNotifications(reader, story.people.takahashi, { unreadOnly: true, limit: 2 })
    const second = await listNotifications(reader, story.people.takahashi, {
      ...{ unreadOnly: true, limit: 2 },
      ...(first.next === null ? {} : { before: first.next }),
    })
    const titles = [...first.notifications, ...second.notifications].map(({ text }) => text.at(-1))
    expect(titles).toEqual(['三', '二', '一'])
    expect(second.next).toBeNull()
  })
})
