import { describe, expect, it } from 'vitest'
import { accepted, submitted } from '#tests/support/proposals.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { ChangedMeanwhile, NotPermitted, RuleBroken } from '../errors'
import { findActor } from '../organisation/actor.server'
import { reviseDraft } from './drafting.server'
import { findContent } from './content.server'
import { findFacts } from './facts.server'
import { answerDueBy, listSuggestedDepartments } from './intake-lookup.server'
import { acceptForReview, declineAtIntake, informOnly, returnForRevision } from './intake.server'
import { listIntake } from './listing.server'
import { findProposalPage } from './lookup.server'
import { submitProposal } from './submission.server'

async function town() {
  const world = await freshWorld()
  const names = await smallTown(world)
  const actor = (personId: number) => findActor(world.reader, personId, '2026-06-01')
  const acceptance = (proposalId: number) => ({
    proposalId,
    leadDepartmentId: names.departments.citizens,
    asked: [{ departmentId: names.departments.citizens, dueOn: '2026-06-15' }],
  })
  return { world, names, ...names.people, actor, acceptance }
}

describe('submission', () => {
  it('goes into the fiscal year of its day, to be received within three working days', async () => {
    const { world, names, kobayashi, actor } = await town()
    world.at('2026-06-05T17:00:00+09:00') // a Friday
    const id = await submitted(world, names)
    const [waiting] = await listIntake(world.reader, await actor(kobayashi))
    expect(waiting).toMatchObject({
      id,
      submittedOn: '2026-06-05',
      receiveDueOn: '2026-06-10',
      targets: ['市民課'],
    })
    await world.close()
  })

  it('is refused while something is missing, and when the text is not the one that was checked', async () => {
    const { world, names, sato } = await town()
    await expect(submitted(world, names, { currentSituation: '' })).rejects.toMatchObject({
      message: '今どうなっているかを入力してください',
      field: 'currentSituation',
    })
    const late = submitted(world, names, {}).then((proposalId) =>
      world.act(sato, (ctx) => submitProposal(ctx, { proposalId, version: 1 })),
    )
    await expect(late).rejects.toBeInstanceOf(NotPermitted)
    await world.close()
  })

  it('is not the secretariat’s to do, and a stale check is shown again', async () => {
    const { world, names, sato, kobayashi } = await town()
    const proposalId = await submitted(world, names)
    await world.act(kobayashi, (ctx) =>
      returnForRevision(ctx, { proposalId, missing: '費用を書いてください。' }),
    )
    await expect(
      world.act(kobayashi, (ctx) => submitProposal(ctx, { proposalId, version: 3 })),
    ).rejects.toBeInstanceOf(NotPermitted)
    await expect(
      world.act(sato, (ctx) => submitProposal(ctx, { proposalId, version: 1 })),
    ).rejects.toBeInstanceOf(ChangedMeanwhile)
    await world.close()
  })
})

describe('acceptance', () => {
  it('numbers what was accepted in the year without gaps, and asks the departments', async () => {
    const { world, names, kobayashi, acceptance, actor } = await town()
    const [one, two, three] = [
      await submitted(world, names),
      await submitted(world, names),
      await submitted(world, names),
    ]
    const accept = (id: number) => world.act(kobayashi, (ctx) => acceptForReview(ctx, acceptance(id)))
    expect(await accept(one)).toBe('R8-001')
    await world.act(kobayashi, (ctx) =>
      declineAtIntake(ctx, { proposalId: two, reasonCode: 'other', reason: '人事に関することのため。' }),
    )
    expect(await accept(three)).toBe('R8-002')
    const page = await findProposalPage(world.reader, await actor(kobayashi), three)
    expect(page).toMatchObject({
      stage: 'considering',
      receiptNumber: 'R8-002',
      leadDepartmentName: '市民課',
    })
    expect(page.next).toEqual({ sentence: '次は、市民課が検討結果を回答します。', dueOn: '2026-06-15' })
    await world.close()
  })

  it('refuses a day in the past, an unknown department, and a lead that is not asked', async () => {
    const { world, names, kobayashi, acceptance } = await town()
    const proposalId = await submitted(world, names)
    const { citizens, tax } = names.departments
    const accept = (departmentId: number, dueOn: string, leadDepartmentId = departmentId) =>
      world.act(kobayashi, (ctx) =>
        acceptForReview(ctx, {
          ...acceptance(proposalId),
          leadDepartmentId,
          asked: [{ departmentId, dueOn }],
        }),
      )
    await expect(accept(citizens, '2026-05-31')).rejects.toMatchObject({ field: `dueOn.d${citizens}` })
    await expect(accept(999_999, '2026-06-15')).rejects.toMatchObject({ field: 'departmentIds' })
    await expect(accept(citizens, '2026-06-15', tax)).rejects.toMatchObject({ field: 'leadDepartmentId' })
    expect((await findFacts(world.reader, proposalId, '2026-06-01')).stage).toBe('submitted')
    await world.close()
  })

  it('goes to the first of two who press the button, and tells the second', async () => {
    const { world, names, kobayashi, acceptance } = await town()
    const proposalId = await submitted(world, names)
    const both = await Promise.allSettled([
      world.act(kobayashi, (ctx) => acceptForReview(ctx, acceptance(proposalId))),
      world.act(kobayashi, (ctx) =>
        informOnly(ctx, { proposalId, departmentId: names.departments.tax, reason: '参考' }),
      ),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await world.close()
  })

  it('suggests the departments that the authors named and those whose work it is', async () => {
    const { world, names } = await town()
    const { welfare, citizens } = names.departments
    const id = await submitted(world, names, { targetIds: [welfare] })
    const suggested = await listSuggestedDepartments(world.reader, id, '2026-06-01')
    expect(suggested.map((department) => department.id)).toEqual([welfare, citizens])
    await world.close()
  })

  it('proposes a working day two weeks away', async () => {
    const { world } = await town()
    expect(await answerDueBy(world.reader, '2026-11-09')).toBe('2026-11-24') // over 勤労感謝の日
    await world.close()
  })
})

describe('the other ways out of the intake', () => {
  it('return it with what is missing, and it comes back improved under its own name', async () => {
    const { world, names, sato, kobayashi, actor } = await town()
    const proposalId = await submitted(world, names)
    await world.act(kobayashi, (ctx) =>
      returnForRevision(ctx, { proposalId, missing: '費用を書いてください。' }),
    )
    const page = await findProposalPage(world.reader, await actor(sato), proposalId)
    expect(page.related('returned').at(-1)?.name).toBe('費用を書いてください。')

    const { content, version } = await findContent(world.reader, proposalId)
    const saved = await world.act(sato, (ctx) =>
      reviseDraft(ctx, { proposalId, version, content: { ...content, cost: '10万円' } }),
    )
    await world.act(sato, (ctx) => submitProposal(ctx, saved))
    expect((await findFacts(world.reader, proposalId, '2026-06-01')).stage).toBe('submitted')
    await world.close()
  })

  it('decline it with a reason from the list, which its authors read', async () => {
    const { world, names, sato, kobayashi, actor } = await town()
    const proposalId = await submitted(world, names)
    const decline = (reasonCode: string) =>
      world.act(kobayashi, (ctx) =>
        declineAtIntake(ctx, { proposalId, reasonCode, reason: '人事に関することのため。' }),
      )
    await expect(decline('becauseISaySo')).rejects.toBeInstanceOf(RuleBroken)
    await decline('other')
    const [refused] = (await findProposalPage(world.reader, await actor(sato), proposalId)).related('refused')
    expect(refused).toMatchObject({ name: '人事に関することのため。', detail: '他' })
    await world.close()
  })

  it('pass it on to a department, whose people may then read it', async () => {
    const { world, names, mori, kobayashi, actor } = await town()
    const proposalId = await submitted(world, names)
    await world.act(kobayashi, (ctx) =>
      informOnly(ctx, {
        proposalId,
        departmentId: names.departments.welfare,
        reason: '参考にしてください。',
      }),
    )
    expect((await findProposalPage(world.reader, await actor(mori), proposalId)).stage).toBe('informed')
    await world.close()
  })

  it('are closed to everybody but the secretariat', async () => {
    const { world, names, sato, takahashi } = await town()
    const proposalId = await accepted(world, names)
    for (const person of [sato, takahashi]) {
      await expect(
        world.act(person, (ctx) => returnForRevision(ctx, { proposalId, missing: '足りません。' })),
      ).rejects.toThrow('事務局の人')
    }
    await world.close()
  })
})
