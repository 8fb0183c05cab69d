import { describe, expect, it } from 'vitest'
import { accepted, drafted, submitted } from '#tests/support/proposals.server'
import { decided, notAdopted, notified } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { NotPermitted } from '../errors'
import { listHistorySeenBy } from '../events/history.server'
import { findActor } from '../organisation/actor.server'
import { listLedger, listWholeLedger } from './ledger.server'
import { listIntake, listMyProposals } from './listing.server'
import { findProposalPage } from './lookup.server'
import { listPublishedProposals } from './published.server'
import { returnForRevision } from './intake.server'
import { resubmitProposal } from './resubmission.server'
import { withdrawProposal } from './withdrawal.server'

async function town() {
  const world = await freshWorld()
  const names = await smallTown(world)
  const actor = (personId: number) => findActor(world.reader, personId, '2026-06-01')
  return { world, names, ...names.people, actor }
}

describe('my proposals', () => {
  it('are told apart by how far they have come, those I joined as well', async () => {
    const { world, names, actor, suzuki, sato, kobayashi } = await town()
    const draft = await drafted(world, names, { coAuthorIds: [suzuki] })
    const open = await submitted(world, names, { by: 'suzuki' })
    const returned = await submitted(world, names, { by: 'suzuki' })
    await world.act(kobayashi, (ctx) =>
      returnForRevision(ctx, { proposalId: returned, missing: '費用を書いてください。' }),
    )
    const done = await submitted(world, names, { by: 'suzuki' })
    await world.act(suzuki, (ctx) => withdrawProposal(ctx, { proposalId: done, reason: '' }))

    const mine = await listMyProposals(world.reader, await actor(suzuki))
    expect(mine.drafts.map(({ id, isLead }) => [id, isLead])).toEqual([[draft, false]])
    expect(mine.open.map(({ id }) => id)).toEqual([returned, open])
    expect(mine.done.map(({ id }) => id)).toEqual([done])
    expect((await listMyProposals(world.reader, await actor(sato))).drafts).toHaveLength(1)
    await world.close()
  })

  it('do not give a decision away before the notice', async () => {
    const { world, names, actor, sato } = await town()
    await decided(world, names)
    const [mine] = (await listMyProposals(world.reader, await actor(sato))).open
    expect(mine).toMatchObject({ stage: 'inCommittee', decision: null })
    await world.close()
  })
})

describe('a decision before its notice', () => {
  it('is read by the secretariat, while the authors read that the committee is at it', async () => {
    const { world, names, actor, sato, kobayashi } = await town()
    const id = await decided(world, names)
    const toAuthor = await findProposalPage(world.reader, await actor(sato), id)
    expect(toAuthor).toMatchObject({ stage: 'inCommittee', decision: null })
    expect(toAuthor.next.sentence).toBe('次は、事務改善委員会が審議して結果を決めます。')
    const toSecretariat = await findProposalPage(world.reader, await actor(kobayashi), id)
    expect(toSecretariat).toMatchObject({ stage: 'decided', decision: { decision: 'adopted' } })
    expect(toSecretariat.next).toEqual({
      sentence: '結果が決まりました。次は、事務局が結果を通知します。',
      dueOn: '2026-06-08',
    })
    await world.close()
  })

  it('is in the history of those alone who may know it', async () => {
    const { world, names } = await town()
    const proposalId = await decided(world, names)
    const told = async (knowsDecisions: boolean) => {
      const lines = await listHistorySeenBy(
        world.reader,
        { proposalId },
        { isAuthor: true, isSecretariat: false, knowsAuthors: true, knowsDecisions },
        { stance: String, decision: () => '採用', status: String, department: () => '市民課' },
      )
      return lines.map(({ text }) => text).filter((text) => text.includes('採用'))
    }
    expect(await told(false)).toEqual([])
    expect(await told(true)).toEqual(['「採用」と決まりました'])
    await world.close()
  })
})

describe('what everybody may read', () => {
  it('begins with the notice, declined proposals too, and can be looked through by year and decision', async () => {
    const { world, names, actor, mori } = await town()
    const adopted = await notified(world, names)
    const declined = await notified(world, names, notAdopted)
    await decided(world, names)
    await accepted(world, names)

    const ids = async (filter: Parameters<typeof listPublishedProposals>[1]) =>
      (await listPublishedProposals(world.reader, filter)).rows.map(({ id }) => id)
    expect(await ids({})).toEqual([declined, adopted])
    expect(await ids({ decision: 'notAdopted' })).toEqual([declined])
    expect(await ids({ fiscalYear: 2025 })).toEqual([])
    expect(await ids({ after: declined })).toEqual([adopted])
    expect((await findProposalPage(world.reader, await actor(mori), declined)).decision?.decision).toBe(
      'notAdopted',
    )
    await world.close()
  })
})

describe('the ledger', () => {
  it('is the secretariat’s alone', async () => {
    const { world, actor, sato } = await town()
    const reader = await actor(sato)
    await expect(listLedger(world.reader, reader, { fiscalYear: 2026 })).rejects.toBeInstanceOf(NotPermitted)
    await expect(listWholeLedger(world.reader, reader, { fiscalYear: 2026 })).rejects.toBeInstanceOf(
      NotPermitted,
    )
    await expect(listIntake(world.reader, reader)).rejects.toBeInstanceOf(NotPermitted)
    await world.close()
  })

  it('lists a year in the order of submission, by stage, department, name or number', async () => {
    const { world, names, actor, kobayashi } = await town()
    const first = await drafted(world, names)
    const second = await accepted(world, names, { title: '公用車の予約を一覧にする' })
    world.at('2026-06-02T09:00:00+09:00')
    const third = await submitted(world, names, { title: '100%を超える_名前' })
    const reader = await actor(kobayashi)
    const ids = async (filter: object) =>
      (await listLedger(world.reader, reader, { fiscalYear: 2026, ...filter })).rows.map(({ id }) => id)
    expect(first).toBeLessThan(second)
    expect(await ids({})).toEqual([second, third])
    expect(await ids({ stage: 'considering' })).toEqual([second])
    expect(await ids({ departmentId: names.departments.citizens })).toEqual([second])
    expect(await ids({ text: 'ｒ8-001' })).toEqual([second])
    expect(await ids({ text: '%を超える_' })).toEqual([third])
    expect(await ids({ text: '100_' })).toEqual([])
    expect(await ids({ fiscalYear: 2025 })).toEqual([])
    await world.close()
  })

  it('goes on where the page before ended', async () => {
    const { world, names, actor, kobayashi } = await town()
    const ids = [await submitted(world, names), await submitted(world, names), await submitted(world, names)]
    const reader = await actor(kobayashi)
    const page = await listLedger(world.reader, reader, { fiscalYear: 2026 }, 2)
    expect(page.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const after = page.nextAfter ?? undefined
    const next = await listLedger(world.reader, reader, { fiscalYear: 2026, after }, 2)
    expect(next).toMatchObject({ rows: [{ id: ids[2] }], nextAfter: null })
    expect(await listWholeLedger(world.reader, reader, { fiscalYear: 2026 })).toHaveLength(3)
    await world.close()
  })
})

it('takes up again with a link that only those who may open the old one are shown', async () => {
  const { world, names, actor, sato, kobayashi } = await town()
  const old = await submitted(world, names)
  await world.act(sato, (ctx) => withdrawProposal(ctx, { proposalId: old, reason: '' }))
  const { proposalId } = await world.act(sato, (ctx) => resubmitProposal(ctx, { proposalId: old }))
  const linksTo = async (personId: number) =>
    (await findProposalPage(world.reader, await actor(personId), old)).related('next').map(({ id }) => id)
  expect(await linksTo(sato)).toEqual([proposalId])
  expect(await linksTo(kobayashi)).toEqual([])
  await world.close()
})
