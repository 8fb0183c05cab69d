import { describe, expect, it } from 'vitest'
import { openScores } from '#app/domain/committees/opening.server'
import { declareRecusal } from '#app/domain/evaluation/declaring.server'
import { referToCouncil } from '#app/domain/proposals/council.server'
import { putOnAgenda } from '#app/domain/proposals/sitting-agenda.server'
import { postponeItems } from '#app/domain/proposals/sitting-steps.server'
import { completeImplementation } from '#app/domain/proposals/implementation.server'
import { returnForRevision } from '#app/domain/proposals/intake.server'
import { takeUpConsideration } from '#app/domain/proposals/consideration.server'
import { returnPractice } from '#app/domain/practices/returning.server'
import { confirmed, reported } from '#tests/support/practices.server'
import { committeeMeets } from '#tests/support/meetings.server'
import { plannedSitting, score, sittingToScore } from '#tests/support/sittings.server'
import { accepted, drafted, submitted } from '#tests/support/proposals.server'
import {
  awaitingCommittee,
  considerationsOf,
  decided,
  implementing,
  notAdopted,
  notified,
} from '#tests/support/reviews.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { holdForRecheck } from '#app/domain/proposals/holding.server'
import { writeHoldNote } from '#app/domain/proposals/hold-notes.server'
import { freshWorld } from '#tests/support/world.server'
import { findActor } from './organisation/actor.server'
import { taskVerbs } from './worklist'
import { findWorklist } from './worklist.server'

async function town(today = '2026-06-01') {
  const world = await freshWorld(`${today}T09:00:00+09:00`)
  const made = await smallTown(world)
  const worklistOf = async (name: PersonName, on = today) =>
    findWorklist(world.reader, await findActor(world.reader, made.people[name], on), on)
  return {
    world,
    town: made,
    people: made.people,
    worklistOf,
    /** 「検討記録を入力：窓口に番号札を導入する 2026-06-15」 */
    tasksOf: async (name: PersonName, on = today) =>
      (await worklistOf(name, on)).tasks.map(({ kind, object, dueOn }) =>
        `${taskVerbs[kind]}：${object} ${dueOn ?? ''}`.trim(),
      ),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

describe('the head of a department asked', () => {
  it('takes it up, then answers, until the due day; nobody else of the department is asked', async () => {
    await using story = await town()
    const proposalId = await accepted(story.world, story.town)
    expect(await story.tasksOf('takahashi')).toEqual(['検討を受け付ける：窓口に番号札を導入する 2026-06-15'])
    expect(await story.tasksOf('tanaka')).toEqual([])

    const considerationId = (await considerationsOf(story.world, proposalId)).get(
      story.town.departments.citizens,
    )
    await story.world.act(story.people.takahashi, (ctx) =>
      takeUpConsideration(ctx, { considerationId: considerationId ?? 0 }),
    )
    expect(await story.tasksOf('takahashi')).toEqual(['検討記録を入力：窓口に番号札を導入する 2026-06-15'])
    const [task] = (await story.worklistOf('takahashi')).tasks
    expect(task).toMatchObject({ id: considerationId, from: null, since: '2026-06-01' })
  })

  it('owes nothing any more once all have answered', async () => {
    await using story = await town()
    await awaitingCommittee(story.world, story.town)
    expect(await story.tasksOf('takahashi')).toEqual([])
  })

  it('confirms reports, the first due first, and many of them in one line', async () => {
    await using story = await town()
    await reported(story.world, story.town, { title: '申請書を1枚にする' })
    expect(await story.tasksOf('takahashi')).toEqual(['改善の報告を確認：申請書を1枚にする 2026-06-15'])

    for (let n = 0; n < 3; n++) await reported(story.world, story.town)
    const { tasks, total } = await story.worklistOf('takahashi')
    expect(tasks).toMatchObject([{ kind: 'confirmPractice', id: null, object: '4件', dueOn: '2026-06-15' }])
    expect(total).toBe(4)
  })

  it('is not asked to confirm what is their own: that goes to the head above', async () => {
    await using story = await town()
    await reported(story.world, story.town, { memberIds: [story.people.takahashi] })
    expect(await story.tasksOf('takahashi')).toEqual([])
    expect(await story.tasksOf('yamamoto')).toEqual(['改善の報告を確認：窓口に番号札を置く 2026-06-15'])
  })

  it('starts what was adopted, reports how it goes, and verifies what somebody else completed', async () => {
    await using story = await town()
    await notified(story.world, story.town)
    expect(await story.tasksOf('takahashi')).toEqual(['実施を始める：窓口に番号札を導入する 2026-10-01'])

    await using later = await town()
    const proposalId = await implementing(later.world, later.town)
    expect(await later.tasksOf('takahashi')).toEqual(['実施状況を報告：窓口に番号札を導入する 2026-10-01'])
    await later.world.act(later.people.suzuki, (ctx) =>
      completeImplementation(ctx, {
        ...{ proposalId, implementedOn: '2026-06-01', recurring: 1, actualEffect: '列がなくなった' },
        ...{ actualMinutesPerYear: null, actualYenPerYear: null, evidence: '' },
      }),
    )
    const verify = ['効果を確認：窓口に番号札を導入する']
    expect(await later.tasksOf('takahashi')).toEqual(verify)
    expect(await later.tasksOf('sato')).toEqual(verify)
    expect(await later.tasksOf('kobayashi')).toEqual(verify)
    expect(await later.tasksOf('suzuki')).toEqual([])
  })
})

describe('who helps a proposal on hold', () => {
  it('is asked for a word of how it gets on, until there is one', async () => {
    await using story = await town()
    const { world, people } = story
    const proposalId = await awaitingCommittee(world, story.town)
    await committeeMeets(world, story.town, proposalId)
    await world.act(people.ito, (ctx) =>
      holdForRecheck(ctx, {
        ...{ proposalId, reason: 'もう少し育てるため。', recheckOn: '2026-12-01', helperId: people.mori },
      }),
    )
    expect(await story.tasksOf('mori')).toEqual([
      '育てる提案の進み具合を書く：窓口に番号札を導入する 2026-12-01',
    ])
    await world.act(people.mori, (ctx) => writeHoldNote(ctx, { proposalId, note: '試しています。' }))
    expect(await story.tasksOf('mori')).toEqual([])
  })
})

describe('the ladder', () => {
  it('shows a 次長 which sections of the bureau are late, and nothing of what they were asked', async () => {
    await using story = await town()
    await accepted(story.world, story.town)
    expect(await story.tasksOf('nakamura', '2026-06-15')).toEqual([])
    const late = '期限を過ぎた課の検討を促す'
    expect((await story.tasksOf('nakamura', '2026-06-16')).toSorted()).toEqual([
      `${late}：市民課（1件） 2026-06-15`,
      `${late}：税務課（1件） 2026-06-15`,
    ])
    expect(await story.tasksOf('ito', '2026-06-16')).toEqual([])
    expect(JSON.stringify(await story.worklistOf('nakamura', '2026-06-16'))).not.toContain('番号札')
  })
})

describe('the secretariat', () => {
  it('receives what was submitted within three working days', async () => {
    await using story = await town()
    await submitted(story.world, story.town)
    expect(await story.tasksOf('kobayashi')).toEqual(['受付：窓口に番号札を導入する 2026-06-04'])
  })

  it('sees answers that are late from the day after they were due', async () => {
    await using story = await town()
    await accepted(story.world, story.town)
    expect(await story.tasksOf('kobayashi', '2026-06-15')).toEqual([])
    expect(await story.tasksOf('kobayashi', '2026-06-16')).toHaveLength(2)
  })

  it('tells decisions within seven days, and ends what has nothing to carry out', async () => {
    await using story = await town()
    await decided(story.world, story.town)
    expect(await story.tasksOf('kobayashi')).toEqual(['結果を通知：窓口に番号札を導入する 2026-06-08'])

    await using other = await town()
    await notified(other.world, other.town, notAdopted)
    expect(await other.tasksOf('kobayashi')).toEqual(['手続きを終える：窓口に番号札を導入する'])
  })
})

describe('a member of the committee', () => {
  it('scores what is on the agenda until the meeting, without what keeps the member out', async () => {
    await using story = await town()
    const { world, people } = story
    const { sittingId, itemIds } = await sittingToScore(world, story.town, { items: 4, heldOn: '2026-06-08' })
    const own = await awaitingCommittee(world, story.town, { by: 'ito' })
    await world.act(people.kobayashi, (ctx) => putOnAgenda(ctx, { sittingId, proposalIds: [own] }))
    const scores = async (name: PersonName) =>
      (await story.tasksOf(name)).filter((task) => task.startsWith('採点する'))
    expect(await scores('ito')).toEqual(['採点する：第1回 事務改善委員会（4件） 2026-06-08'])
    expect(await scores('nakamura'), 'of the bureau that is asked').toEqual([])
    expect(await scores('kobayashi'), 'who judges nothing').toEqual([])

    const [first = 0, second = 0, third = 0] = itemIds
    await score(world, people.ito, first)
    await world.act(people.ito, (ctx) =>
      declareRecusal(ctx, { agendaItemId: second, reason: '前に担当した' }),
    )
    await world.act(people.kobayashi, (ctx) => postponeItems(ctx, { sittingId, agendaItemIds: [third] }))
    expect(await scores('ito')).toEqual(['採点する：第1回 事務改善委員会（1件） 2026-06-08'])
    await world.act(people.kobayashi, (ctx) => openScores(ctx, { sittingId }))
    expect(await scores('ito')).toEqual([])
  })

  it('has nothing to score before the papers are sent, and the first meeting first', async () => {
    await using story = await town()
    const { world } = story
    await plannedSitting(world, story.town, { heldOn: '2026-06-05' })
    expect((await story.tasksOf('ito')).join()).not.toContain('採点する')
    await sittingToScore(world, story.town, { heldOn: '2026-06-20' })
    await sittingToScore(world, story.town, { heldOn: '2026-06-10' })
    expect((await story.tasksOf('ito')).slice(0, 2)).toEqual([
      '採点する：第3回 事務改善委員会（1件） 2026-06-10',
      '採点する：第2回 事務改善委員会（1件） 2026-06-20',
    ])
  })
})

describe('those who record for a committee', () => {
  it('are the chair and the clerks, not the other members', async () => {
    await using story = await town()
    await awaitingCommittee(story.world, story.town)
    expect(await story.tasksOf('ito')).toEqual(['審議：窓口に番号札を導入する'])
    expect(await story.tasksOf('nakamura')).toEqual([])
  })

  it('are not asked about a proposal of their own', async () => {
    await using story = await town()
    await awaitingCommittee(story.world, story.town, { by: 'ito' })
    expect(await story.tasksOf('ito')).toEqual([])
    expect(await story.tasksOf('kobayashi')).toEqual(['審議：窓口に番号札を導入する'])
  })

  it('of the council record what came of a matter that was put before it', async () => {
    await using story = await town()
    const proposalId = await awaitingCommittee(story.world, story.town)
    await committeeMeets(story.world, story.town, proposalId)
    await story.world.act(story.people.ito, (ctx) =>
      referToCouncil(ctx, {
        ...{ proposalId, kind: 'motion', subject: '番号札', summary: '概要', requestedDecision: '可否' },
      }),
    )
    expect(await story.tasksOf('kato')).toEqual(['政策会議の結果を記録：窓口に番号札を導入する'])
    expect(await story.tasksOf('ito')).toEqual([])
  })
})

describe('everybody', () => {
  it('gets back what was returned, and finds drafts to go on with', async () => {
    await using story = await town()
    const proposalId = await submitted(story.world, story.town)
    await story.world.act(story.people.kobayashi, (ctx) =>
      returnForRevision(ctx, { proposalId, missing: '費用' }),
    )
    const practiceId = await reported(story.world, story.town)
    await story.world.act(story.people.takahashi, (ctx) =>
      returnPractice(ctx, { practiceId, missing: '効果' }),
    )
    await drafted(story.world, story.town)
    expect(await story.tasksOf('sato')).toEqual(['差し戻しに対応：窓口に番号札を導入する'])
    expect(await story.tasksOf('suzuki')).toEqual(['差し戻しに対応：窓口に番号札を置く'])
    expect((await story.worklistOf('sato')).drafts).toEqual({ practices: 0, proposals: 1 })
  })

  it('is new until the first thing is written, and owes nothing then', async () => {
    await using story = await town()
    expect(await story.worklistOf('tanaka')).toMatchObject({ tasks: [], total: 0, isNew: true })
    await confirmed(story.world, story.town)
    await drafted(story.world, story.town)
    expect((await story.worklistOf('suzuki')).isNew).toBe(false)
    expect((await story.worklistOf('sato')).isNew).toBe(false)
    expect((await story.worklistOf('tanaka')).isNew).toBe(true)
  })

  it('sees what is due first at the top and what has no day last', async () => {
    await using story = await town()
    await submitted(story.world, story.town, { title: '急ぐもの' })
    await awaitingCommittee(story.world, story.town, { title: '日のないもの' })
    await decided(story.world, story.town)
    expect(await story.tasksOf('kobayashi')).toEqual([
      '受付：急ぐもの 2026-06-04',
      '結果を通知：窓口に番号札を導入する 2026-06-08',
      '審議：日のないもの',
    ])
  })
})
