import { describe, expect, it } from 'vitest'
import { accepted, submitted } from '#tests/support/proposals.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listHistorySeenBy } from '../events/history.server'
import { findActor } from '../organisation/actor.server'
import { revealAuthors } from './authors.server'
import { findFacts } from './facts.server'
import { listLedger } from './ledger.server'
import { listIntake } from './listing.server'
import { findProposalPage } from './lookup.server'
import { mergeInto, undoMerger } from './merging.server'
import { isAuthor, knowsAuthors, knowsDecisions } from './proposal'
import { isSecretariat } from '../organisation/actor'
import { listSimilarSeenBy } from '../search/similar.server'
import { resubmitProposal } from './resubmission.server'
import { withdrawProposal } from './withdrawal.server'
import { findContent } from './content.server'

const words = { stance: String, decision: String, status: String, department: () => '課' }

async function town() {
  const world = await freshWorld()
  const names = await smallTown(world)
  const actor = (personId: number) => findActor(world.reader, personId, '2026-06-01')
  const historySeenBy = async (personId: number, proposalId: number) => {
    const reader = await actor(personId)
    const facts = await findFacts(world.reader, proposalId, '2026-06-01')
    return listHistorySeenBy(
      world.reader,
      { proposalId },
      {
        isAuthor: isAuthor(reader, facts),
        isSecretariat: isSecretariat(reader),
        knowsAuthors: knowsAuthors(reader, facts),
        knowsDecisions: facts.notified || knowsDecisions(reader),
      },
      words,
    )
  }
  return { world, names, ...names.people, actor, historySeenBy }
}

describe('a hidden name', () => {
  it('stands in nothing that heads, the committee or the secretariat read', async () => {
    const { world, names, actor, historySeenBy, suzuki, takahashi, ito, kobayashi } = await town()
    const id = await accepted(world, names, { coAuthorIds: [suzuki], groupName: '番号札の会' })
    for (const personId of [takahashi, ito, kobayashi]) {
      const reader = await actor(personId)
      const page = await findProposalPage(world.reader, reader, id)
      const read = JSON.stringify([
        page.text,
        (['author', 'credited', 'department', 'target', 'waiting', 'project'] as const).map((kind) =>
          page.related(kind),
        ),
        await historySeenBy(personId, id),
      ])
      for (const trace of ['佐藤', '鈴木', '番号札の会', '税務課　主任', '税務課 主任']) {
        expect(read).not.toContain(trace)
      }
    }
    const kept = JSON.stringify([
      await listIntake(world.reader, await actor(kobayashi)),
      await listLedger(world.reader, await actor(kobayashi), { fiscalYear: 2026 }),
    ])
    expect(kept).not.toContain('佐藤')
    await world.close()
  })

  it('is there for its authors, and for everybody when they wish so', async () => {
    const { world, names, actor, historySeenBy, sato, takahashi } = await town()
    const hidden = await accepted(world, names)
    expect((await historySeenBy(sato, hidden)).at(-2)?.by).toContain('佐藤')
    const open = await accepted(world, names, { nameDisclosure: 'disclosed' })
    const [author] = (await findProposalPage(world.reader, await actor(takahashi), open)).related('author')
    expect(author).toMatchObject({ name: '佐藤　由美', detail: '税務課' })
    await world.close()
  })

  it('is shown to the secretariat by an act that the authors learn of', async () => {
    const { world, names, historySeenBy, sato, takahashi, kobayashi } = await town()
    const id = await accepted(world, names)
    expect(await world.act(kobayashi, (ctx) => revealAuthors(ctx, { proposalId: id }))).toEqual([
      { name: '佐藤　由美', departmentName: '税務課', role: 'lead' },
    ])
    const told = '事務局が提案者の氏名を確かめました'
    expect((await historySeenBy(sato, id))[0]?.text).toBe(told)
    expect((await historySeenBy(takahashi, id)).map(({ text }) => text)).not.toContain(told)
    await expect(world.act(takahashi, (ctx) => revealAuthors(ctx, { proposalId: id }))).rejects.toThrow(
      '事務局',
    )
    await world.close()
  })

  it('is not given away by the list of what looks alike', async () => {
    const { world, names, actor, takahashi, kobayashi } = await town()
    await accepted(world, names, { title: '窓口に番号札を置く' })
    const alike = async (personId: number) =>
      listSimilarSeenBy(world.reader, await actor(personId), {
        ...{ own: null, text: '', departmentIds: [], effectTags: [] },
        title: '窓口に番号札を導入する',
        projectIds: [names.projects.counter],
      })
    expect(await alike(takahashi)).toEqual([])
    expect((await alike(kobayashi)).map(({ title }) => title)).toEqual(['窓口に番号札を置く'])
    await world.close()
  })
})

describe('a merger', () => {
  it('lets the authors of both follow the one that goes on, and can be undone', async () => {
    const { world, names, actor, sato, yoshida, kobayashi } = await town()
    const into = await accepted(world, names, { nameDisclosure: 'disclosed' })
    const ours = await submitted(world, names, { by: 'yoshida', nameDisclosure: 'disclosed' })
    await world.act(kobayashi, (ctx) =>
      mergeInto(ctx, { proposalId: ours, intoId: into, reason: '同じ内容です。' }),
    )

    const followed = await findProposalPage(world.reader, await actor(yoshida), into)
    expect(followed.related('credited').map(({ name }) => name)).toEqual(['吉田　翔'])
    const [link] = (await findProposalPage(world.reader, await actor(yoshida), ours)).related('mergedInto')
    expect(link).toMatchObject({ id: into, detail: 'R8-001' })
    expect((await findProposalPage(world.reader, await actor(sato), into)).related('mergedFrom')).toEqual([])

    await world.act(kobayashi, (ctx) => undoMerger(ctx, { proposalId: ours }))
    expect((await findFacts(world.reader, ours, '2026-06-01')).stage).toBe('submitted')
    await expect(findProposalPage(world.reader, await actor(yoshida), into)).rejects.toThrow()
    await world.close()
  })

  it('brings one that was under review back under review', async () => {
    const { world, names, kobayashi } = await town()
    const [into, ours] = [await accepted(world, names), await accepted(world, names, { by: 'tanaka' })]
    await world.act(kobayashi, (ctx) =>
      mergeInto(ctx, { proposalId: ours, intoId: into, reason: '同じ内容です。' }),
    )
    await expect(
      world.act(kobayashi, (ctx) =>
        mergeInto(ctx, { proposalId: into, intoId: ours, reason: '同じ内容です。' }),
      ),
    ).rejects.toThrow('統合先')
    await world.act(kobayashi, (ctx) => undoMerger(ctx, { proposalId: ours }))
    expect((await findFacts(world.reader, ours, '2026-06-01')).stage).toBe('considering')
    await world.close()
  })
})

describe('taking back and trying again', () => {
  it('keeps the text, and starts anew with it and a link to the old one', async () => {
    const { world, names, actor, sato, suzuki } = await town()
    const id = await submitted(world, names, { coAuthorIds: [suzuki] })
    await expect(
      world.act(suzuki, (ctx) => withdrawProposal(ctx, { proposalId: id, reason: '' })),
    ).rejects.toThrow('代表の提案者')
    await world.act(sato, (ctx) => withdrawProposal(ctx, { proposalId: id, reason: '書き直します。' }))
    await expect(
      world.act(sato, (ctx) => withdrawProposal(ctx, { proposalId: id, reason: '' })),
    ).rejects.toThrow('取り下げられません')

    const { proposalId } = await world.act(suzuki, (ctx) => resubmitProposal(ctx, { proposalId: id }))
    const { content } = await findContent(world.reader, proposalId)
    expect(content).toMatchObject({ title: '窓口に番号札を導入する', coAuthorIds: [sato] })
    const page = await findProposalPage(world.reader, await actor(suzuki), proposalId)
    expect(page.related('previous').map(({ id: previous }) => previous)).toEqual([id])
    expect(page.facts.authorIds[0]).toBe(suzuki)
    await world.close()
  })
})
