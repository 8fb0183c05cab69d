import { describe, expect, it } from 'vitest'
import { contentIn, drafted, submitted } from '#tests/support/proposals.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { ChangedMeanwhile, NotFound, NotPermitted, RuleBroken } from '../errors'
import { findActor } from '../organisation/actor.server'
import { leaveProposal } from './coauthors.server'
import { findContent } from './content.server'
import { discardDraft, draftProposal, reviseDraft } from './drafting.server'
import { findFactsSeenBy } from './facts.server'
import { listMyProposals } from './listing.server'
import { findProposalPage } from './lookup.server'

async function town() {
  const world = await freshWorld()
  const names = await smallTown(world)
  const actor = (personId: number) => findActor(world.reader, personId, '2026-06-01')
  return { world, names, ...names.people, actor }
}

describe('a draft', () => {
  it('keeps text, people, projects and departments as they were written', async () => {
    await using world = await freshWorld()
    const names = await smallTown(world)
    const content = contentIn(names, {
      themeId: names.theme,
      effectTags: ['time', 'service'],
      minutesPerYear: 7200,
      groupName: '窓口をつなぐ会',
      coAuthorIds: [names.people.tanaka, names.people.suzuki],
      projectIds: [names.projects.counter, names.projects.registry],
    })
    const id = await drafted(world, names, content)
    expect((await findContent(world.reader, id)).content).toEqual(content)
  })

  it('is seen by its authors and by nobody else, whatever their office', async () => {
    const { world, names, actor, sato, suzuki, tanaka, takahashi, kobayashi, ito, kato, yoshida } =
      await town()
    const id = await drafted(world, names, { coAuthorIds: [suzuki] })
    for (const author of [sato, suzuki]) {
      expect((await findProposalPage(world.reader, await actor(author), id)).text.title).toBe(
        '窓口に番号札を導入する',
      )
    }
    for (const stranger of [tanaka, takahashi, kobayashi, ito, kato, yoshida]) {
      await expect(findProposalPage(world.reader, await actor(stranger), id)).rejects.toBeInstanceOf(NotFound)
      await expect(
        world.act(stranger, (ctx) =>
          reviseDraft(ctx, { proposalId: id, version: 1, content: contentIn(names) }),
        ),
      ).rejects.toBeInstanceOf(NotFound)
    }
    await world.close()
  })

  it('refuses a theme whose campaign has closed, and every proposal while none is open', async () => {
    const { world, names, sato } = await town()
    world.at('2027-04-05T09:00:00+09:00')
    await expect(
      world.act(sato, (ctx) => draftProposal(ctx, contentIn(names, { themeId: names.theme }))),
    ).rejects.toMatchObject({ field: 'themeId' })
    await expect(world.act(sato, (ctx) => draftProposal(ctx, contentIn(names)))).rejects.toThrow(
      '募集していません',
    )
    await world.close()
  })

  it('refuses departments and people that do not exist, at their field', async () => {
    const { world, names, sato } = await town()
    const draft = (change: object) => world.act(sato, (ctx) => draftProposal(ctx, contentIn(names, change)))
    await expect(draft({ targetIds: [999_999] })).rejects.toMatchObject({ field: 'targetIds' })
    await expect(draft({ projectIds: [999_999] })).rejects.toMatchObject({ field: 'projectIds' })
    await expect(draft({ coAuthorIds: [999_999] })).rejects.toMatchObject({ field: 'coAuthorIds' })
    await world.close()
  })
})

describe('saving', () => {
  it('counts versions, and shows both texts to the one who comes second', async () => {
    const { world, names, sato, suzuki } = await town()
    const proposalId = await drafted(world, names, { coAuthorIds: [suzuki] })
    const save = (person: number, version: number, title: string) =>
      world.act(person, (ctx) =>
        reviseDraft(ctx, {
          proposalId,
          version,
          content: contentIn(names, { title, coAuthorIds: [suzuki] }),
        }),
      )
    expect(await save(sato, 1, '番号札')).toEqual({ proposalId, version: 2 })
    const late = save(suzuki, 1, '整理券')
    await expect(late).rejects.toBeInstanceOf(ChangedMeanwhile)
    await expect(late).rejects.toMatchObject({ theirs: { title: '番号札', version: '2' } })
    expect((await findContent(world.reader, proposalId)).content.title).toBe('番号札')
    await world.close()
  })

  it('takes the same text twice for one save', async () => {
    const { world, names, sato } = await town()
    const proposalId = await drafted(world, names)
    const content = contentIn(names, { title: '番号札' })
    const save = () => world.act(sato, (ctx) => reviseDraft(ctx, { proposalId, version: 1, content }))
    expect(await save()).toEqual(await save())
    await world.close()
  })

  it('is over once the proposal has been submitted', async () => {
    const { world, names, sato } = await town()
    const proposalId = await submitted(world, names)
    await expect(
      world.act(sato, (ctx) => reviseDraft(ctx, { proposalId, version: 2, content: contentIn(names) })),
    ).rejects.toBeInstanceOf(NotPermitted)
    await world.close()
  })
})

describe('people who propose together', () => {
  it('are taken off the draft by those who write, and may come back', async () => {
    const { world, names, actor, sato, suzuki, tanaka } = await town()
    const proposalId = await drafted(world, names, { coAuthorIds: [suzuki] })
    const rename = (version: number, coAuthorIds: number[]) =>
      world.act(sato, (ctx) =>
        reviseDraft(ctx, { proposalId, version, content: contentIn(names, { coAuthorIds }) }),
      )
    await rename(1, [tanaka])
    await expect(findFactsSeenBy(world.reader, await actor(suzuki), proposalId)).rejects.toBeInstanceOf(
      NotFound,
    )
    await rename(2, [suzuki, tanaka])
    expect((await findFactsSeenBy(world.reader, await actor(suzuki), proposalId)).authorIds).toEqual([
      sato,
      suzuki,
      tanaka,
    ])
    await world.close()
  })

  it('may leave by themselves, also after the submission, but not the one who leads', async () => {
    const { world, names, actor, sato, suzuki } = await town()
    const proposalId = await submitted(world, names, { coAuthorIds: [suzuki] })
    await world.act(suzuki, (ctx) => leaveProposal(ctx, { proposalId }))
    expect((await findFactsSeenBy(world.reader, await actor(sato), proposalId)).authorIds).toEqual([sato])
    expect((await listMyProposals(world.reader, await actor(suzuki))).open).toEqual([])
    await expect(world.act(sato, (ctx) => leaveProposal(ctx, { proposalId }))).rejects.toThrow('代表の提案者')
    await world.close()
  })
})

it('is gone for good when it is discarded, and only the lead author may', async () => {
  const { world, names, actor, sato, suzuki } = await town()
  const proposalId = await drafted(world, names, { coAuthorIds: [suzuki] })
  await expect(world.act(suzuki, (ctx) => discardDraft(ctx, { proposalId }))).rejects.toThrow('代表の提案者')
  await world.act(sato, (ctx) => discardDraft(ctx, { proposalId }))
  await expect(findProposalPage(world.reader, await actor(sato), proposalId)).rejects.toBeInstanceOf(NotFound)
  await world.close()
})

it('cannot be begun by somebody without a place in the organisation', async () => {
  const { world, names } = await town()
  await expect(world.act(0, (ctx) => draftProposal(ctx, contentIn(names)))).rejects.toBeInstanceOf(RuleBroken)
  await world.close()
})
