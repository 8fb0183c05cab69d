import { expect, it } from 'vitest'
import { ChangedMeanwhile, NotPermitted, RuleBroken } from '#app/domain/errors'
import { importDepartments } from '#app/domain/organisation/departments.server'
import { importAppointments } from '#app/domain/organisation/appointments.server'
import { findActor } from '#app/domain/organisation/actor.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, answerText, considerationsOf, eventsOf, stageOf } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { answerConsideration, saveConsiderationDraft, takeUpConsideration } from './consideration.server'
import { findRecordSeenBy } from './consideration-record.server'
import { withdrawProposal } from './withdrawal.server'

async function askedTwo() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await accepted(world, town)
  const records = await considerationsOf(world, proposalId)
  return {
    world,
    town,
    proposalId,
    ofCitizens: records.get(town.departments.citizens) ?? 0,
    ofTax: records.get(town.departments.tax) ?? 0,
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('the head takes it up, which is told once', async () => {
  await using story = await askedTwo()
  const { world, town, proposalId, ofCitizens } = story
  const takeUp = () =>
    world.act(town.people.takahashi, (ctx) => takeUpConsideration(ctx, { considerationId: ofCitizens }))
  await takeUp()
  await expect(takeUp()).rejects.toThrow('この課はすでに受け付けています。')
  expect(await eventsOf(world, proposalId)).toContain('consideration.takenUp')
})

it.each(['suzuki', 'watanabe', 'kobayashi', 'ito'] as const)(
  'nobody but the head of the department answers: not %s',
  async (name) => {
    await using story = await askedTwo()
    const { world, town, ofCitizens } = story
    await expect(answer(world, town.people[name], ofCitizens)).rejects.toThrow(NotPermitted)
  },
)

it('the last answer passes the proposal to the committee, and no answer before it', async () => {
  await using story = await askedTwo()
  const { world, town, proposalId, ofCitizens, ofTax } = story
  await answer(world, town.people.takahashi, ofCitizens)
  expect(await stageOf(world, proposalId)).toBe('considering')
  await answer(world, town.people.watanabe, ofTax)
  expect(await stageOf(world, proposalId)).toBe('awaitingCommittee')
  expect(await eventsOf(world, proposalId)).toEqual(
    expect.arrayContaining(['consideration.takenUp', 'consideration.answered', 'consideration.closed']),
  )
})

it('two last answers at the same moment close it once', async () => {
  await using story = await askedTwo()
  const { world, town, proposalId, ofCitizens, ofTax } = story
  await Promise.all([
    answer(world, town.people.takahashi, ofCitizens),
    answer(world, town.people.watanabe, ofTax),
  ])
  const closings = (await eventsOf(world, proposalId)).filter((kind) => kind === 'consideration.closed')
  expect(closings).toHaveLength(1)
  expect(await stageOf(world, proposalId)).toBe('awaitingCommittee')
})

it('an answer is given once', async () => {
  await using story = await askedTwo()
  const { world, town, ofCitizens } = story
  await answer(world, town.people.takahashi, ofCitizens)
  await expect(
    world.act(town.people.takahashi, (ctx) =>
      answerConsideration(ctx, { considerationId: ofCitizens, version: 1, text: answerText() }),
    ),
  ).rejects.toThrow('この課はすでに回答しています。')
})

it('a “not now” without what would make it possible is refused at its field, and nothing is written', async () => {
  await using story = await askedTwo()
  const { world, town, ofCitizens } = story
  const refused = answer(world, town.people.takahashi, ofCitizens, {
    stance: 'difficult',
    reasonCode: 'budget',
  })
  await expect(refused).rejects.toMatchObject({ name: 'RuleBroken', field: 'possibleWhen' })
  expect(await world.reader.selectFrom('considerationAnswers').selectAll().execute()).toEqual([])
})

it('a reason that is not among the reasons is refused', async () => {
  await using story = await askedTwo()
  const { world, town, ofCitizens } = story
  await expect(
    answer(world, town.people.takahashi, ofCitizens, {
      stance: 'difficult',
      reasonCode: 'weather',
      possibleWhen: '晴れれば',
    }),
  ).rejects.toMatchObject({ field: 'reasonCode' })
})

it('anybody of the department keeps a draft; the text of a colleague stays as an earlier version', async () => {
  await using story = await askedTwo()
  const { world, town, ofCitizens } = story
  const save = (by: number, version: number, grounds: string) =>
    world.act(by, (ctx) =>
      saveConsiderationDraft(ctx, { considerationId: ofCitizens, version, text: answerText({ grounds }) }),
    )
  expect(await save(town.people.suzuki, 0, '書き始め')).toBe(1)
  expect(await save(town.people.suzuki, 1, '書きかけ')).toBe(2)
  expect(await save(town.people.suzuki, 1, '書きかけ')).toBe(2)
  expect(await save(town.people.tanaka, 2, '続き')).toBe(3)
  const versions = await world.reader
    .selectFrom('considerationAnswers')
    .select(['version', 'grounds'])
    .orderBy('version')
    .execute()
  expect(versions).toEqual([
    { version: 2, grounds: '書きかけ' },
    { version: 3, grounds: '続き' },
  ])
  await expect(save(town.people.sato, 3, '税務課から')).rejects.toThrow(NotPermitted)
})

it('who overwrites an unseen text gets both texts instead', async () => {
  await using story = await askedTwo()
  const { world, town, ofCitizens } = story
  await world.act(town.people.suzuki, (ctx) =>
    saveConsiderationDraft(ctx, {
      considerationId: ofCitizens,
      version: 0,
      text: answerText({ grounds: '鈴木の案' }),
    }),
  )
  const late = answer(world, town.people.takahashi, ofCitizens)
  await expect(late).rejects.toThrow(ChangedMeanwhile)
  await expect(late).rejects.toMatchObject({
    changedBy: '鈴木　花子',
    theirs: { grounds: '鈴木の案', version: '1' },
  })
})

it('drafts are read by the department alone', async () => {
  await using story = await askedTwo()
  const { world, town, ofCitizens } = story
  await world.act(town.people.suzuki, (ctx) =>
    saveConsiderationDraft(ctx, { considerationId: ofCitizens, version: 0, text: answerText() }),
  )
  const read = async (person: number) =>
    findRecordSeenBy(world.reader, await findActor(world.reader, person, '2026-06-01'), ofCitizens)
  expect((await read(town.people.takahashi)).draft?.text.owner).toBe('窓口係')
  for (const person of [town.people.sato, town.people.kobayashi, town.people.ito]) {
    expect(await read(person)).toMatchObject({ draft: null, view: { text: null } })
  }
  await expect(read(town.people.mori)).rejects.toMatchObject({ name: 'NotFound' })
})

it('a withdrawn proposal asks for no answer any more', async () => {
  await using story = await askedTwo()
  const { world, town, proposalId, ofCitizens } = story
  await world.act(town.people.sato, (ctx) => withdrawProposal(ctx, { proposalId, reason: '' }))
  await expect(answer(world, town.people.takahashi, ofCitizens)).rejects.toThrow('検討は終わっています')
})

it('on 1 April the question goes on to the head of what the department has become', async () => {
  await using story = await askedTwo()
  const { world, town, ofCitizens } = story
  world.at('2027-04-01T09:00:00+09:00')
  await world.act(0, async (ctx) => {
    await importDepartments(
      ctx,
      [
        ...[{ code: '010000', name: '市民部', parentCode: null, kind: 'bureau' as const }].map((line) => ({
          ...line,
          validFrom: '2015-04-01',
          validTo: null,
        })),
        {
          ...{ code: '010100', name: '市民課', parentCode: '010000', kind: 'section' },
          ...{ validFrom: '2015-04-01', validTo: '2027-03-31' },
        },
        {
          ...{ code: '010300', name: '総合窓口課', parentCode: '010000', kind: 'section' },
          ...{ validFrom: '2027-04-01', validTo: null },
        },
      ],
      [{ fromCode: '010100', toCode: '010300', effectiveOn: '2027-04-01', kind: 'rename' }],
    )
    await importAppointments(ctx, [
      {
        ...{ employeeNumber: '000003', departmentCode: '010100', postCode: 'chief', kind: 'main' },
        ...{ validFrom: '2024-04-01', validTo: '2027-03-31' },
      },
      {
        ...{ employeeNumber: '000011', departmentCode: '010300', postCode: 'chief', kind: 'main' },
        ...{ validFrom: '2027-04-01', validTo: null },
      },
    ])
  })
  await expect(answer(world, town.people.takahashi, ofCitizens)).rejects.toThrow()
  await answer(world, town.people.mori, ofCitizens, { plannedOn: '2027-10-01' })
  const { answeredById } = await world.reader
    .selectFrom('considerations')
    .select('answeredById')
    .where('id', '=', ofCitizens)
    .executeTakeFirstOrThrow()
  expect(answeredById).toBe(town.people.mori)
})

it('a department decides by itself only where the campaign allows it, last, as the lead, on “do”', async () => {
  await using story = await askedTwo()
  const { world, town, proposalId, ofCitizens, ofTax } = story
  const decide = () =>
    world.act(town.people.takahashi, (ctx) =>
      answerConsideration(ctx, {
        considerationId: ofCitizens,
        version: 0,
        text: answerText(),
        decides: { targetProjectId: town.projects.counter },
      }),
    )
  await expect(decide()).rejects.toThrow('結果は事務改善委員会が決めます')
  await world.writer.updateTable('campaigns').set({ departmentMayDecide: 1 }).execute()
  await expect(decide()).rejects.toThrow('ほかの課の回答が残っているため')
  await answer(world, town.people.watanabe, ofTax)
  await decide()
  expect(await stageOf(world, proposalId)).toBe('decided')
  const decision = await world.reader.selectFrom('decisions').selectAll().executeTakeFirstOrThrow()
  expect(decision).toMatchObject({ body: 'department', decision: 'adopted', owner: '窓口係' })
})

it('a department that decides names the project', async () => {
  await using story = await askedTwo()
  const { world, town, ofCitizens, ofTax } = story
  await world.writer.updateTable('campaigns').set({ departmentMayDecide: 1 }).execute()
  await answer(world, town.people.watanabe, ofTax)
  await expect(
    world.act(town.people.takahashi, (ctx) =>
      answerConsideration(ctx, {
        considerationId: ofCitizens,
        version: 0,
        text: answerText(),
        decides: { targetProjectId: null },
      }),
    ),
  ).rejects.toThrow(RuleBroken)
})
