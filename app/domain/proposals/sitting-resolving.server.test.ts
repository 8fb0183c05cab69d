import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { closeSitting } from '#app/domain/committees/minutes.server'
import { isSittingOver } from '#app/domain/committees/sitting'
import { listSittings } from '#app/domain/committees/sittings.server'
import type { Agreement } from '#app/domain/committees/resolutions.server'
import type { Vote } from '#app/domain/committees/quorum'
import { declareRecusal } from '#app/domain/evaluation/declaring.server'
import { findActor } from '#app/domain/organisation/actor.server'
import { setQuorumRule } from '#app/domain/organisation/quorum-rules.server'
import { decisionText, notAdopted, stageOf } from '#tests/support/reviews.server'
import { begun, plannedSitting, seatMembers } from '#tests/support/sittings.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { decideProposal } from './committee-decision.server'
import { referToCouncil } from './council.server'
import { holdForRecheck } from './holding.server'
import { notifyDecisions } from './notice.server'
import { putOnAgenda } from './sitting-agenda.server'
import { withoutObjection } from './sitting-agreement.server'
import { findAgendaSeenBy } from './sitting-lines.server'
import { askAboutItems, postponeItems } from './sitting-steps.server'
import { withdrawProposal } from './withdrawal.server'

/** Six seats: 伊藤 presides, 中村 keeps out of what 市民課 is asked, four of 福祉部 vote. */
async function meeting({ present = 6, items = 1 } = {}) {
  const world = await freshWorld()
  const town = await smallTown(world)
  const members = await seatMembers(world, 4)
  const sitting = await plannedSitting(world, town, { items })
  const [itemId = 0] = sitting.itemIds
  const [proposalId = 0] = sitting.proposalIds
  const everybody = [town.people.ito, town.people.nakamura, ...members]
  await begun(world, town, sitting.sittingId, everybody.slice(0, present))
  const decide = (agreement: Partial<Agreement> = {}, change = {}) =>
    world.act(town.people.kobayashi, (ctx) =>
      decideProposal(
        ctx,
        { proposalId, ...decisionText(town, change) },
        { ...withoutObjection, ...agreement },
      ),
    )
  const votes = (...said: Vote[]) => said.map((vote, place) => ({ personId: members[place] ?? 0, vote }))
  const resolution = () =>
    world.reader.selectFrom('resolutions').selectAll().where('agendaItemId', '=', itemId).executeTakeFirst()
  return {
    ...{ world, town, members, ...sitting, itemId, proposalId, decide, votes, resolution },
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('a decision without objection stands in the record of its meeting', async () => {
  await using story = await meeting()
  await story.decide({ note: '費用を確かめた。' })
  expect(await stageOf(story.world, story.proposalId)).toBe('decided')
  expect(await story.resolution()).toMatchObject({
    ...{ outcome: 'decided', manner: 'consensus', presentCount: 6, votesFor: 0 },
    presiderId: story.town.people.ito,
  })
})

it('no decision without a quorum', async () => {
  await using story = await meeting({ present: 2 })
  const { world, town, proposalId } = story
  await expect(story.decide()).rejects.toThrow('定足数に達していません（委員6人のうち3人以上')
  const hold = { proposalId, reason: '様子を見る。', recheckOn: '2026-09-01', helperId: town.people.suzuki }
  await expect(world.act(town.people.ito, (ctx) => holdForRecheck(ctx, hold))).rejects.toThrow('定足数')
  const report = { kind: 'report', subject: '番号札', summary: '報告。', requestedDecision: '' } as const
  await expect(
    world.act(town.people.ito, (ctx) => referToCouncil(ctx, { proposalId, ...report })),
  ).rejects.toThrow('定足数')
  expect(await stageOf(world, proposalId)).toBe('inCommittee')
  expect(await story.resolution()).toBeUndefined()
})

it('no decision without the quorum that the city has set for the day of the meeting', async () => {
  await using story = await meeting()
  const { world, town } = story
  await world.act(town.people.yoshida, (ctx) =>
    setQuorumRule(ctx, { body: 'improvementCommittee', validFrom: ctx.today, seats: 15, share: 'majority' }),
  )
  await expect(story.decide()).rejects.toThrow('定足数に達していません（定数15人のうち8人以上')
  await world.act(town.people.yoshida, (ctx) =>
    setQuorumRule(ctx, { body: 'improvementCommittee', validFrom: ctx.today, seats: 11, share: 'majority' }),
  )
  await story.decide()
  expect(await stageOf(world, story.proposalId)).toBe('decided')
})

it('whoever keeps out still makes up the quorum', async () => {
  await using story = await meeting({ present: 3 })
  await story.decide()
  expect(await stageOf(story.world, story.proposalId)).toBe('decided')
})

it('nothing is decided before the meeting has begun', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { proposalIds } = await plannedSitting(world, town)
  await expect(
    world.act(town.people.ito, (ctx) =>
      decideProposal(ctx, { proposalId: proposalIds[0] ?? 0, ...decisionText(town) }),
    ),
  ).rejects.toThrow('出席した委員を記録すると')
})

it('a vote needs more than half of those who vote; the votes are kept by name', async () => {
  await using story = await meeting()
  await expect(
    story.decide({ manner: 'vote', votes: story.votes('for', 'for', 'against', 'abstained') }),
  ).rejects.toThrow('過半数に達していない')
  await story.decide({ manner: 'vote', votes: story.votes('for', 'for', 'for', 'against') })
  expect(await story.resolution()).toMatchObject({ votesFor: 3, votesAgainst: 1, castingVote: null })
  const kept = await story.world.reader.selectFrom('votes').select(['personId', 'vote']).execute()
  expect(kept).toHaveLength(4)
})

it('at a tie the chair decides, and is asked for it', async () => {
  await using story = await meeting()
  const tie = { manner: 'vote' as const, votes: story.votes('for', 'for', 'against', 'against') }
  await expect(story.decide(tie)).rejects.toMatchObject({ field: 'castingVote' })
  await expect(story.decide({ ...tie, castingVote: 'against' })).rejects.toThrow('裁決により')
  await story.decide({ ...tie, castingVote: 'for' })
  expect(await story.resolution()).toMatchObject({ votesFor: 2, votesAgainst: 2, castingVote: 'for' })
})

it('nobody votes who keeps out, is absent or presides, and nobody twice', async () => {
  await using story = await meeting()
  const { town, votes } = story
  const all = votes('for', 'for', 'for', 'for')
  const outsider = (personId: number) => ({
    manner: 'vote' as const,
    votes: [...all.slice(1), { personId, vote: 'for' as const }],
  })
  await expect(story.decide(outsider(town.people.nakamura))).rejects.toThrow('加われない委員')
  await expect(story.decide(outsider(town.people.ito))).rejects.toThrow('加われない委員')
  await expect(story.decide(outsider(all[1]!.personId))).rejects.toThrow('全員について')
  await expect(story.decide({ manner: 'vote', votes: all.slice(1) })).rejects.toThrow('全員について')
})

it('a member who declares to keep out no longer votes', async () => {
  await using story = await meeting()
  const { world, members, itemId } = story
  await world.act(members[0]!, (ctx) =>
    declareRecusal(ctx, { agendaItemId: itemId, reason: '親族が関わるため' }),
  )
  await expect(
    story.decide({ manner: 'vote', votes: story.votes('for', 'for', 'for', 'for') }),
  ).rejects.toThrow('加われない委員')
})

it('where the chair keeps out nobody casts a vote at a tie', async () => {
  await using story = await meeting()
  const { world, town, itemId } = story
  await world.act(town.people.ito, (ctx) =>
    declareRecusal(ctx, { agendaItemId: itemId, reason: '前に担当した' }),
  )
  await expect(
    story.decide({
      ...{ manner: 'vote', votes: story.votes('for', 'for', 'against', 'against'), castingVote: 'for' },
    }),
  ).rejects.toThrow('可否同数')
})

it('what was resolved is kept: no second result, no change by a statement', async () => {
  await using story = await meeting()
  await story.decide({ manner: 'vote', votes: story.votes('for', 'for', 'for', 'for') })
  await expect(story.decide()).rejects.toThrow()
  for (const statement of [
    sql`update "resolutions" set "votesFor" = 9`,
    sql`delete from "resolutions"`,
    sql`update "votes" set "vote" = 'against'`,
    sql`delete from "votes"`,
  ]) {
    await expect(statement.execute(story.world.writer)).rejects.toThrow('what was resolved')
  }
})

it('a hold on the agenda needs the quorum as well, and is dated by the meeting', async () => {
  await using story = await meeting()
  const { world, town, proposalId } = story
  await world.act(town.people.kobayashi, (ctx) =>
    holdForRecheck(ctx, {
      ...{ proposalId, reason: '試行を見る。', recheckOn: '2026-09-01' },
      helperId: town.people.suzuki,
    }),
  )
  expect(await story.resolution()).toMatchObject({ outcome: 'held' })
  const { heldOn } = await world.reader.selectFrom('holds').select('heldOn').executeTakeFirstOrThrow()
  expect(heldOn).toBe('2026-06-01')
})

it('without a quorum items are put off, and are there for the next agenda', async () => {
  await using story = await meeting({ present: 1, items: 2 })
  const { world, town, sittingId, itemIds, proposalIds } = story
  await expect(world.act(town.people.kobayashi, (ctx) => closeSitting(ctx, { sittingId }))).rejects.toThrow(
    '議題が2件あります',
  )
  await world.act(town.people.kobayashi, (ctx) => postponeItems(ctx, { sittingId, agendaItemIds: itemIds }))
  expect(await stageOf(world, proposalIds[1] ?? 0)).toBe('awaitingCommittee')
  await world.act(town.people.kobayashi, (ctx) => closeSitting(ctx, { sittingId }))
  const next = await plannedSitting(world, town, { items: 0 })
  await world.act(town.people.kobayashi, (ctx) =>
    putOnAgenda(ctx, { sittingId: next.sittingId, proposalIds }),
  )
  expect(await stageOf(world, proposalIds[0] ?? 0)).toBe('inCommittee')
})

it('several lead departments are asked the same at once', async () => {
  await using story = await meeting({ items: 2 })
  const { world, town, sittingId, itemIds, proposalIds } = story
  await world.act(town.people.kobayashi, (ctx) =>
    askAboutItems(ctx, { sittingId, agendaItemIds: itemIds, question: '費用はいくらですか。', dueOn: null }),
  )
  const asked = await world.reader
    .selectFrom('considerations')
    .select(['proposalId', 'departmentId', 'question'])
    .where('round', '=', 2)
    .orderBy('proposalId')
    .execute()
  expect(asked).toEqual(
    proposalIds.map((proposalId) => ({
      ...{ proposalId, departmentId: town.departments.citizens, question: '費用はいくらですか。' },
    })),
  )
})

it('a proposal is on one open agenda alone', async () => {
  await using story = await meeting()
  const { world, town, proposalIds } = story
  const { sittingId } = await plannedSitting(world, town, { items: 0 })
  await expect(
    world.act(town.people.kobayashi, (ctx) => putOnAgenda(ctx, { sittingId, proposalIds })),
  ).rejects.toThrow('議題にできない提案')
})

it('what was withdrawn meanwhile does not keep a meeting open', async () => {
  await using story = await meeting({ items: 2 })
  const { world, town, sittingId, proposalIds } = story
  await world.act(town.people.sato, (ctx) =>
    withdrawProposal(ctx, { proposalId: proposalIds[1] ?? 0, reason: '' }),
  )
  await story.decide({}, notAdopted)
  await world.act(town.people.kobayashi, (ctx) => closeSitting(ctx, { sittingId }))
  const { closedAt } = await world.reader
    .selectFrom('sittings')
    .select('closedAt')
    .where('id', '=', sittingId)
    .executeTakeFirstOrThrow()
  expect(closedAt).not.toBeNull()
})

it('a meeting is over when those concerned have been told what it decided', async () => {
  await using story = await meeting()
  const { world, town, sittingId, proposalId } = story
  const isOver = async () => {
    const actor = await findActor(world.reader, town.people.kobayashi, '2026-06-01')
    const [listed] = await listSittings(world.reader, actor)
    const { sitting, lines } = await findAgendaSeenBy(world.reader, actor, sittingId)
    const unnotified = lines.filter(({ awaitsNotice }) => awaitsNotice).length
    expect(listed?.unnotified).toBe(unnotified)
    return isSittingOver(sitting, unnotified)
  }
  await story.decide()
  await world.act(town.people.kobayashi, (ctx) => closeSitting(ctx, { sittingId }))
  expect(await isOver()).toBe(false)
  await world.act(town.people.kobayashi, (ctx) =>
    notifyDecisions(ctx, { entries: [{ proposalId, comment: '' }], closeOthers: false }),
  )
  expect(await isOver()).toBe(true)
})
