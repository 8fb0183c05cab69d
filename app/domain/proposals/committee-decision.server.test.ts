import { expect, it } from 'vitest'
import { systemPersonId } from '#app/domain/organisation/actor'
import { findActor } from '#app/domain/organisation/actor.server'
import { importDepartments } from '#app/domain/organisation/departments.server'
import { committeeMeets } from '#tests/support/meetings.server'
import {
  awaitingCommittee,
  decided,
  decisionText,
  eventsOf,
  notAdopted,
  stageOf,
} from '#tests/support/reviews.server'
import { type PersonName, type SmallTown, smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import type { Ctx } from '../context'
import { decideProposal } from './committee-decision.server'
import { findProposalPage } from './lookup.server'
import { resolveNames } from './committee-naming.server'
import { askAgain } from './committee-question.server'
import { listTriage } from './committee-triage.server'
import { referToCouncil } from './council.server'
import { holdForRecheck } from './holding.server'

/** It lies before the committee, which has met. */
async function waiting() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await awaitingCommittee(world, town)
  await committeeMeets(world, town, proposalId)
  return { world, town, proposalId, [Symbol.asyncDispose]: () => world.close() }
}

const decide = (world: TestWorld, town: SmallTown, proposalId: number, by: PersonName, change = {}) =>
  world.act(town.people[by], (ctx) => decideProposal(ctx, { proposalId, ...decisionText(town, change) }))

it('what the committee decides is dated by its meeting', async () => {
  await using story = await waiting()
  const { world, town, proposalId } = story
  world.at('2026-06-03T09:00:00+09:00')
  await decide(world, town, proposalId, 'ito')
  expect(await stageOf(world, proposalId)).toBe('decided')
  const { heldOn } = await world.reader.selectFrom('decisions').select('heldOn').executeTakeFirstOrThrow()
  expect(heldOn).toBe('2026-06-01')
  expect((await eventsOf(world, proposalId)).slice(-2)).toEqual(['proposal.putOnAgenda', 'proposal.decided'])
})

it('nothing is decided, held or referred that is on the agenda of no meeting', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await awaitingCommittee(world, town)
  const referral = {
    kind: 'report',
    subject: '番号札',
    summary: '報告します。',
    requestedDecision: '',
  } as const
  const hold = { reason: '様子を見ます。', recheckOn: '2026-09-01', helperId: town.people.tanaka }
  for (const by of [town.people.ito, town.people.kobayashi]) {
    for (const command of [
      (ctx: Ctx) => decideProposal(ctx, { proposalId, ...decisionText(town) }),
      (ctx: Ctx) => decideProposal(ctx, { proposalId, ...decisionText(town, { decision: 'alreadyDone' }) }),
      (ctx: Ctx) => holdForRecheck(ctx, { proposalId, ...hold }),
      (ctx: Ctx) => referToCouncil(ctx, { proposalId, ...referral }),
    ]) {
      await expect(world.act(by, command)).rejects.toThrow('どの会議の議題にも入っていません')
    }
  }
  expect(await stageOf(world, proposalId)).toBe('awaitingCommittee')
})

it('the secretariat writes down what the committee decided', async () => {
  await using story = await waiting()
  const { world, town, proposalId } = story
  await decide(world, town, proposalId, 'kobayashi', notAdopted)
  expect(await stageOf(world, proposalId)).toBe('decided')
})

it.each<[PersonName, string]>([
  ['nakamura', '結果を記録できるのは、委員長、副委員長、書記と事務局の人です。'],
  ['takahashi', '結果を記録できるのは、委員長、副委員長、書記と事務局の人です。'],
  ['sato', '結果を記録できるのは、委員長、副委員長、書記と事務局の人です。'],
])('%s, who keeps no record of the committee, decides nothing', async (name, reason) => {
  await using story = await waiting()
  const { world, town, proposalId } = story
  await expect(decide(world, town, proposalId, name)).rejects.toThrow(reason)
  expect(await stageOf(world, proposalId)).toBe('inCommittee')
})

it('the chair is recused from a matter of the own bureau and from the own proposal', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const own = await awaitingCommittee(world, town, { by: 'ito' })
  await expect(decide(world, town, own, 'ito')).rejects.toThrow('除斥：自分の提案')
  const ofBureau = await awaitingCommittee(world, town)
  await world.writer
    .updateTable('proposals')
    .set({ leadDepartmentId: town.departments.affairs })
    .where('id', '=', ofBureau)
    .execute()
  await expect(decide(world, town, ofBureau, 'ito')).rejects.toThrow('除斥：主管課と同じ部')
})

it('follows the lead department when it is renamed and moved to another 部 on 1 April', async () => {
  await using story = await waiting()
  const { world, town, proposalId } = story
  const citizens = { name: '市民課', kind: 'section', validFrom: '2015-04-01', validTo: null } as const
  world.at('2027-04-01T09:00:00+09:00')
  await world.act(systemPersonId, (ctx) =>
    importDepartments(
      ctx,
      [
        { ...citizens, code: '010100', parentCode: '010000', validTo: '2027-03-31' },
        { ...citizens, code: '020900', parentCode: '020000', validFrom: '2027-04-01' },
      ],
      [{ fromCode: '010100', toCode: '020900', effectiveOn: '2027-04-01', kind: 'rename' }],
    ),
  )
  const decision = { heldOn: '2027-04-01', plannedOn: '2027-10-01' }
  await expect(decide(world, town, proposalId, 'ito', decision)).rejects.toThrow('除斥：主管課と同じ部')
  const chair = await findActor(world.reader, town.people.ito, '2027-04-01')
  const { entries } = await listTriage(world.reader, chair, { view: 'waiting' })
  expect(entries.map(({ id, ownGround }) => [id, ownGround])).toEqual([[proposalId, 'leadBureau']])
})

it.each([
  ['an adoption without a project', { targetProjectId: null }, 'targetProjectId'],
  ['an adoption of a project that is not there', { targetProjectId: 999 }, 'targetProjectId'],
  [
    'an adoption by a department that is not there',
    { implementingDepartmentId: 999 },
    'implementingDepartmentId',
  ],
  ['a refusal without a way to try again', { ...notAdopted, possibleWhen: '' }, 'possibleWhen'],
  ['a refusal for an unknown reason', { ...notAdopted, reasonCode: 'weather' }, 'reasonCode'],
])('refuses %s at its field, and nothing changes', async (_, change, field) => {
  await using story = await waiting()
  const { world, town, proposalId } = story
  await expect(decide(world, town, proposalId, 'ito', change)).rejects.toMatchObject({ field })
  expect(await stageOf(world, proposalId)).toBe('inCommittee')
  expect(await world.reader.selectFrom('decisions').selectAll().execute()).toEqual([])
})

it.each([
  [{}, 'implement'],
  [{ decision: 'adoptedInSpirit' }, 'study'],
  [notAdopted, 'information'],
  [{ ...notAdopted, directive: 'study' }, 'study'],
] as const)('%j tells the department to %s', async (change, directive) => {
  await using story = await waiting()
  const { world, town, proposalId } = story
  await decide(world, town, proposalId, 'ito', change)
  const decision = await world.reader.selectFrom('decisions').select('directive').executeTakeFirstOrThrow()
  expect(decision).toEqual({ directive })
})

it('a project and a helper can be named by their numbers', async () => {
  await using story = await waiting()
  const { world, town, proposalId } = story
  const typed = {
    ...decisionText(town, { targetProjectId: null }),
    projectCode: '１０１０１０００２',
    helperNumber: '',
  }
  await world.act(town.people.ito, async (ctx) =>
    decideProposal(ctx, { proposalId, ...(await resolveNames(ctx, typed)) }),
  )
  const { targetProjectId } = await world.reader
    .selectFrom('decisions')
    .select('targetProjectId')
    .executeTakeFirstOrThrow()
  expect(targetProjectId).toBe(town.projects.counter)
  await expect(
    world.act(town.people.ito, (ctx) => resolveNames(ctx, { ...typed, projectCode: '999' })),
  ).rejects.toMatchObject({ field: 'projectCode' })
})

it('two who decide at the same moment decide once', async () => {
  await using story = await waiting()
  const { world, town, proposalId } = story
  const outcomes = await Promise.allSettled([
    decide(world, town, proposalId, 'ito'),
    decide(world, town, proposalId, 'kobayashi', notAdopted),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await world.reader.selectFrom('decisions').selectAll().execute()).toHaveLength(1)
})

it('a decision is known to those who prepare it, and to nobody else before the notice', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await decided(world, town)
  const known = async (name: PersonName) => {
    const actor = await findActor(world.reader, town.people[name], '2026-06-01')
    return (await findProposalPage(world.reader, actor, proposalId)).decision?.decision ?? null
  }
  expect([await known('ito'), await known('kobayashi'), await known('nakamura')]).toEqual([
    'adopted',
    'adopted',
    'adopted',
  ])
  expect([await known('sato'), await known('takahashi'), await known('suzuki')]).toEqual([null, null, null])
})

it('the committee asks again, and the answer brings it back', async () => {
  await using story = await waiting()
  const { world, town, proposalId } = story
  await world.act(town.people.ito, (ctx) =>
    askAgain(ctx, {
      proposalId,
      heldOn: '2026-06-01',
      question: '費用はどのくらいですか。',
      departmentIds: [town.departments.citizens],
      dueOn: null,
    }),
  )
  expect(await stageOf(world, proposalId)).toBe('considering')
  const asked = await world.reader
    .selectFrom('considerations')
    .select(['departmentId', 'isLead', 'question', 'dueOn'])
    .where('round', '=', 2)
    .execute()
  expect(asked).toEqual([
    {
      departmentId: town.departments.citizens,
      isLead: 1,
      question: '費用はどのくらいですか。',
      dueOn: '2026-06-15',
    },
  ])
})

it('a proposer with a seat may not ask about the own proposal', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await awaitingCommittee(world, town, { by: 'kobayashi' })
  await expect(
    world.act(town.people.kobayashi, (ctx) =>
      askAgain(ctx, {
        proposalId,
        heldOn: '2026-06-01',
        question: '？',
        departmentIds: [town.departments.citizens],
        dueOn: null,
      }),
    ),
  ).rejects.toThrow('除斥')
})
