import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { awaitingCommittee, decided, notAdopted, notified, stageOf } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findProposalPage } from './lookup.server'
import { findFactsSeenBy } from './facts.server'
import { listAwaitingNotice } from './notice-lookup.server'
import { closeProposal, notifyDecisions } from './notice.server'

async function town() {
  const world = await freshWorld()
  return { world, town: await smallTown(world), [Symbol.asyncDispose]: () => world.close() }
}

it('one batch publishes several decisions; what was adopted gets its implementation', async () => {
  await using story = await town()
  const { world, town: small } = story
  const adopted = await decided(world, small)
  const refused = await decided(world, small, notAdopted)
  await world.act(small.people.kobayashi, (ctx) =>
    notifyDecisions(ctx, {
      entries: [adopted, refused].map((proposalId) => ({ proposalId, comment: 'ありがとうございました。' })),
      closeOthers: true,
    }),
  )
  expect([await stageOf(world, adopted), await stageOf(world, refused)]).toEqual(['notified', 'closed'])
  const implementations = await world.reader
    .selectFrom('implementations')
    .select(['proposalId', 'status', 'departmentId', 'nextReportOn'])
    .execute()
  expect(implementations).toEqual([
    {
      proposalId: adopted,
      status: 'notStarted',
      departmentId: small.departments.citizens,
      nextReportOn: '2026-10-01',
    },
  ])
})

it('from the notice on everybody reads the decision and its reason', async () => {
  await using story = await town()
  const { world, town: small } = story
  const proposalId = await decided(world, small, notAdopted)
  const stranger = await findActor(world.reader, small.people.mori, '2026-06-01')
  await expect(findFactsSeenBy(world.reader, stranger, proposalId)).rejects.toMatchObject({
    name: 'NotFound',
  })
  await world.act(small.people.kobayashi, (ctx) =>
    notifyDecisions(ctx, {
      entries: [{ proposalId, comment: 'また聞かせてください。' }],
      closeOthers: false,
    }),
  )
  expect((await findProposalPage(world.reader, stranger, proposalId)).decision).toMatchObject({
    decision: 'notAdopted',
    reasonLabel: '予算',
    possibleWhen: '庁舎の改修の時期になれば',
    comment: 'また聞かせてください。',
    notifiedAt: '2026-06-01T00:00:00.000Z',
  })
})

it('a batch goes out whole or not at all', async () => {
  await using story = await town()
  const { world, town: small } = story
  const ready = await decided(world, small)
  const waiting = await awaitingCommittee(world, small)
  await expect(
    world.act(small.people.kobayashi, (ctx) =>
      notifyDecisions(ctx, {
        entries: [ready, waiting].map((proposalId) => ({ proposalId, comment: '' })),
        closeOthers: false,
      }),
    ),
  ).rejects.toThrow('まだ結果の決まっていない提案が含まれています')
  expect(await stageOf(world, ready)).toBe('decided')
})

it('an empty batch and a second notice are refused', async () => {
  await using story = await town()
  const { world, town: small } = story
  const proposalId = await notified(world, small)
  const notify = (entries: { proposalId: number; comment: string }[]) =>
    world.act(small.people.kobayashi, (ctx) => notifyDecisions(ctx, { entries, closeOthers: false }))
  await expect(notify([])).rejects.toThrow('1件以上選んでください')
  await expect(notify([{ proposalId, comment: '' }])).rejects.toThrow('ほかの人が先に手続きを進めた')
})

it('the list of what is to be told is the secretariat’s, with the day it is due', async () => {
  await using story = await town()
  const { world, town: small } = story
  const proposalId = await decided(world, small)
  const asked = async (person: number) =>
    listAwaitingNotice(world.reader, await findActor(world.reader, person, '2026-06-01'))
  expect(await asked(small.people.kobayashi)).toMatchObject([{ proposalId, dueOn: '2026-06-08' }])
  await expect(asked(small.people.ito)).rejects.toThrow('結果を通知できるのは事務局の人です。')
  await expect(
    world.act(small.people.ito, (ctx) =>
      notifyDecisions(ctx, { entries: [{ proposalId, comment: '' }], closeOthers: false }),
    ),
  ).rejects.toThrow('結果を通知できるのは事務局の人です。')
})

it('what was not adopted can be closed later; an adoption cannot', async () => {
  await using story = await town()
  const { world, town: small } = story
  const refused = await notified(world, small, notAdopted)
  const adopted = await notified(world, small)
  const close = (proposalId: number) =>
    world.act(small.people.kobayashi, (ctx) => closeProposal(ctx, { proposalId, reason: '' }))
  await close(refused)
  expect(await stageOf(world, refused)).toBe('closed')
  await expect(close(adopted)).rejects.toThrow('実施の報告か、実施を見送る報告で終わります')
})
