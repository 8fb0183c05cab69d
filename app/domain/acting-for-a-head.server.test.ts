import { beforeEach, describe, expect, it } from 'vitest'
import { castParts } from '#tests/access/parts.server'
import { toImplementing } from '#tests/access/story.server'
import { reported } from '#tests/support/practices.server'
import { accepted } from '#tests/support/proposals.server'
import { answerText, considerationsOf } from '#tests/support/reviews.server'
import { type SmallTown, smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { listHistorySeenBy } from './events/history.server'
import { verifyLog } from './events/log.server'
import { findActor } from './organisation/actor.server'
import { nameDelegate } from './organisation/delegating.server'
import { confirmPractices } from './practices/confirmation.server'
import { listReportsToConfirm } from './practices/listing.server'
import { findPracticeSeenBy } from './practices/lookup.server'
import { returnPractice } from './practices/returning.server'
import { answerConsideration } from './proposals/consideration.server'
import { findRecordSeenBy } from './proposals/consideration-record.server'
import { completeImplementation, verifyEffect } from './proposals/implementation.server'
import { findWorklist } from './worklist.server'

const today = '2026-06-01'
const reader = { isAuthor: false, isSecretariat: true, knowsAuthors: false, knowsDecisions: true }
const words = { stance: String, decision: String, status: String, department: () => '市民課' }

let world: TestWorld
let town: SmallTown

/** 中村, 次長 of the bureau, does the duties of 髙橋, head of 市民課, in the first days of June. */
beforeEach(async () => {
  world = await freshWorld()
  town = await smallTown(world)
  await world.act(town.people.takahashi, (ctx) =>
    nameDelegate(ctx, {
      ...{ departmentId: town.departments.citizens, delegateId: town.people.nakamura },
      ...{ validFrom: today, validTo: '2026-06-05' },
    }),
  )
  return () => world.close()
})

const actorOf = (name: keyof SmallTown['people']) => findActor(world.reader, town.people[name], today)
const tasksOf = async (name: keyof SmallTown['people']) =>
  (await findWorklist(world.reader, await actorOf(name), today)).tasks.map(({ kind }) => kind)
const actorsOf = async (matter: { proposalId: number } | { practiceId: number }) =>
  (await listHistorySeenBy(world.reader, matter, reader, words)).map(({ text, by }) => [text, by])
const confirmOne = (practiceId: number, version = 2) =>
  world.act(town.people.nakamura, (ctx) =>
    confirmPractices(ctx, [{ practiceId, version, headComment: 'よい工夫です', projectIds: null }]),
  )

describe('a delegate', () => {
  it('finds the tasks of the head at home, answers, and both names are in the record and the history', async () => {
    const proposalId = await accepted(world, town)
    const considerationId = (await considerationsOf(world, proposalId)).get(town.departments.citizens) ?? 0
    expect(await tasksOf('nakamura')).toEqual(['takeUp'])
    await world.act(town.people.nakamura, (ctx) =>
      answerConsideration(ctx, { considerationId, version: 0, text: answerText(), decides: null }),
    )
    const { view } = await findRecordSeenBy(world.reader, await actorOf('takahashi'), considerationId)
    expect(view.answeredFor).toBe('髙橋　誠（代理　中村　恵）')
    expect(await actorsOf({ proposalId })).toContainEqual([
      '市民課が「do」と回答しました',
      '髙橋　誠（代理　市民部 次長　中村　恵）',
    ])
    expect(await verifyLog(world.reader, world.seal)).toMatchObject({ brokenAt: null })
  })

  it('confirms reports and gives them back in the name of the head', async () => {
    const practiceId = await reported(world, town)
    await confirmOne(practiceId)
    const returned = await reported(world, town, { title: '待合を広げる' })
    await world.act(town.people.nakamura, (ctx) =>
      returnPractice(ctx, { practiceId: returned, missing: '効果' }),
    )
    const found = await findPracticeSeenBy(world.reader, await actorOf('suzuki'), practiceId)
    expect(found.report.confirmedBy).toBe('髙橋　誠（代理　中村　恵）')
    const { lastReturn } = await findPracticeSeenBy(world.reader, await actorOf('suzuki'), returned)
    expect(lastReturn?.returnedBy).toBe('髙橋　誠（代理　中村　恵）')
  })

  it('is told of a new question like the head, and no longer when the days are over', async () => {
    const toldTo = async (personId: number) =>
      (
        await world.reader
          .selectFrom('notifications')
          .select('text')
          .where('personId', '=', personId)
          .where('text', 'like', '%検討してください%')
          .execute()
      ).length
    await accepted(world, town)
    world.at('2026-06-06T00:00:00+09:00')
    await accepted(world, town, { title: '次の提案' })
    expect(await toldTo(town.people.nakamura)).toBe(1)
    expect(await toldTo(town.people.takahashi)).toBe(2)
  })

  it('acts in the own name where the duty is the own one', async () => {
    const practiceId = await reported(world, town)
    await world.act(town.people.takahashi, (ctx) =>
      confirmPractices(ctx, [{ practiceId, version: 2, headComment: '', projectIds: null }]),
    )
    const [line] = await actorsOf({ practiceId })
    expect(line).toEqual(['所属長が確認しました', '市民課 課長　髙橋　誠'])
  })
})

describe('a delegate is kept out', () => {
  it('of a report that is their own', async () => {
    const practiceId = await reported(world, town, { memberIds: [town.people.nakamura] })
    expect(await tasksOf('nakamura')).not.toContain('confirmPractice')
    await expect(confirmOne(practiceId)).rejects.toThrow('自分が取り組んだ改善')
  })

  it('of a report that is the own one of the head, who became head since', async () => {
    const practiceId = await reported(world, town)
    await world.writer
      .updateTable('practices')
      .set({ reporterId: town.people.takahashi })
      .where('id', '=', practiceId)
      .execute()
    expect(await tasksOf('nakamura')).not.toContain('confirmPractice')
    expect(await listReportsToConfirm(world.reader, await actorOf('nakamura'))).toEqual([])
    await expect(confirmOne(practiceId)).rejects.toThrow('所属長')
    expect(await listReportsToConfirm(world.reader, await actorOf('yamamoto'))).toEqual([])
  })

  it('of verifying what the head or the delegate completed', async () => {
    const players = await castParts(world, town)
    const complete = async (by: number) => {
      const proposalId = await toImplementing({ world, town, players, content: {} }, '番号札')
      await world.act(by, (ctx) =>
        completeImplementation(ctx, {
          ...{ proposalId, implementedOn: today, actualMinutesPerYear: 6000, actualYenPerYear: null },
          ...{ recurring: 1, actualEffect: '待ち時間が減りました。', evidence: '計測' },
        }),
      )
      return proposalId
    }
    const verify = (proposalId: number, by: number) =>
      world.act(by, (ctx) => verifyEffect(ctx, { proposalId, verification: '確かめました' }))
    const { takahashi, nakamura, tanaka } = town.people

    const byHead = await complete(takahashi)
    expect(await tasksOf('nakamura')).not.toContain('verify')
    await expect(verify(byHead, nakamura)).rejects.toThrow('効果を確認できるのは')
    const byDelegate = await complete(nakamura)
    await expect(verify(byDelegate, nakamura)).rejects.toThrow('別の人')
    const byColleague = await complete(tanaka)
    expect(await tasksOf('nakamura')).toContain('verify')
    await verify(byColleague, nakamura)
    expect(await actorsOf({ proposalId: byDelegate })).toContainEqual([
      '実施しました（実施日は令和8年6月1日）',
      '髙橋　誠（代理　市民部 次長　中村　恵）',
    ])
  })
})
