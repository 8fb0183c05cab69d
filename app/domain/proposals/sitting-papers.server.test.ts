import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { bringBackHeld } from '#app/jobs/come-back.server'
import { committeeMeets } from '#tests/support/meetings.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, considerationsOf } from '#tests/support/reviews.server'
import { plannedSitting } from '#tests/support/sittings.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { consultDepartment, giveOpinion } from './consultation.server'
import { writeHoldNote } from './hold-notes.server'
import { holdForRecheck } from './holding.server'
import { putOnAgenda } from './sitting-agenda.server'
import { listPapersSeenBy } from './sitting-papers.server'

it('shows beside an answer what others said to it, and what the helper of a held proposal writes', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { people, departments } = town
  const { sittingId } = await plannedSitting(world, town, { items: 1, heldOn: '2026-07-02' })
  const proposalId = await accepted(world, town)
  const records = await considerationsOf(world, proposalId)
  const considerationId = records.get(departments.citizens) ?? 0
  await world.act(people.takahashi, (ctx) =>
    consultDepartment(ctx, {
      considerationId,
      departmentId: departments.welfare,
      question: '申請書は変わりますか。',
    }),
  )
  const consultation = await world.reader.selectFrom('consultations').select('id').executeTakeFirstOrThrow()
  await world.act(people.mori, (ctx) =>
    giveOpinion(ctx, { consultationId: consultation.id, opinion: '変わりません。' }),
  )
  await answer(world, people.takahashi, considerationId)
  await answer(world, people.watanabe, records.get(departments.tax) ?? 0)
  await committeeMeets(world, town, proposalId)
  await world.act(people.ito, (ctx) =>
    holdForRecheck(ctx, {
      proposalId,
      reason: '時期を待ちます。',
      recheckOn: '2026-07-01',
      helperId: people.tanaka,
    }),
  )
  await world.act(people.tanaka, (ctx) => writeHoldNote(ctx, { proposalId, note: '見積もりを取りました。' }))
  world.at('2026-07-01T00:05:00+09:00')
  await bringBackHeld(world).run()

  await world.act(people.kobayashi, (ctx) => putOnAgenda(ctx, { sittingId, proposalIds: [proposalId] }))
  const chair = await findActor(world.reader, people.ito, '2026-07-01')
  const { papers } = await listPapersSeenBy(world.reader, chair, sittingId)
  expect(papers.map(({ subject, hold }) => [subject.id === proposalId, hold?.reason ?? null])).toEqual([
    [false, null],
    [true, '時期を待ちます。'],
  ])
  const [, paper] = papers
  expect(paper?.hold).toMatchObject({
    helperName: '田中　一郎',
    isOpen: false,
    notes: [{ note: '見積もりを取りました。' }],
  })
  expect(paper?.answers.map(({ departmentName, opinions }) => [departmentName, opinions])).toContainEqual([
    '市民課',
    [{ departmentName: '福祉課', opinion: '変わりません。' }],
  ])
})
