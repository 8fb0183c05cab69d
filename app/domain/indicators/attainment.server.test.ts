import { describe, expect, it } from 'vitest'
import { returnPractice } from '#app/domain/practices/returning.server'
import { withdrawProposal } from '#app/domain/proposals/withdrawal.server'
import { abandonImplementation, completeImplementation } from '#app/domain/proposals/implementation.server'
import { confirmed, reported } from '#tests/support/practices.server'
import { accepted } from '#tests/support/proposals.server'
import { decided, implementing, notAdopted, notified } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { NotFound } from '../errors'
import { findAttainment, listDepartmentShares } from './attainment.server'
import { recountYear } from './counting.server'
import { listProjectStates } from './project-states.server'
import { findDepartmentStanding } from './standing.server'

/** Six projects a year, three of 市民課; the target is 70 %. */
async function town() {
  const world = await freshWorld('2026-06-01T09:00:00+09:00')
  const made = await smallTown(world)
  return {
    world,
    ...made,
    town: made,
    share: async (fiscalYear = 2026, today = '2026-06-01') => {
      const { numerator, denominator } = await findAttainment(world.reader, fiscalYear, today)
      return `${numerator}/${denominator}`
    },
    complete: (proposalId: number, implementedOn: string) =>
      world.act(made.people.suzuki, (ctx) =>
        completeImplementation(ctx, {
          ...{ proposalId, implementedOn, recurring: 1, actualEffect: '列がなくなった', evidence: '' },
          ...{ actualMinutesPerYear: 600, actualYenPerYear: null },
        }),
      ),
    setBasis: async (countingBasis: 'implemented' | 'adopted') => {
      await world.writer.updateTable('fiscalYears').set({ countingBasis }).execute()
      for (const year of [2025, 2026]) await world.act(0, (ctx) => recountYear(ctx, year))
    },
    [Symbol.asyncDispose]: () => world.close(),
  }
}

describe('a practice report', () => {
  it('moves the share when the head confirms it, and no sooner', async () => {
    await using story = await town()
    const practiceId = await reported(story.world, story.town)
    expect(await story.share()).toBe('0/6')
    await story.world.act(story.people.takahashi, (ctx) =>
      returnPractice(ctx, { practiceId, missing: '効果を書き足してください' }),
    )
    expect(await story.share()).toBe('0/6')

    await confirmed(story.world, story.town)
    expect(await story.share()).toBe('1/6')
  })

  it('moves it once for a project, however many there are, and for every project it names', async () => {
    await using story = await town()
    await confirmed(story.world, story.town)
    await confirmed(story.world, story.town)
    expect(await story.share()).toBe('1/6')

    await confirmed(story.world, story.town, {
      projectIds: [story.projects.counter, story.projects.registry],
    })
    expect(await story.share()).toBe('2/6')
  })

  it('counts in the fiscal year of the day it was carried out, which ends with 31 March', async () => {
    await using story = await town()
    await confirmed(story.world, story.town, { implementedOn: '2026-03-31' })
    expect([await story.share(2025), await story.share(2026)]).toEqual(['1/6', '0/6'])

    await confirmed(story.world, story.town, { implementedOn: '2026-04-01' })
    expect([await story.share(2025), await story.share(2026)]).toEqual(['1/6', '1/6'])
  })

  it('counts on the civil day of Tokyo, whatever the clock of the machine says', async () => {
    await using story = await town()
    // Still 31 March in Greenwich.
    story.world.at('2026-04-01T00:30:00+09:00')
    await confirmed(story.world, story.town, { implementedOn: '2026-04-01' })
    expect(await story.share(2026, '2026-04-01')).toBe('1/6')
  })
})

describe('a proposal, where what is carried out counts', () => {
  it('does not count while it is considered, when it is withdrawn, and when it is not adopted', async () => {
    await using story = await town()
    const proposalId = await accepted(story.world, story.town)
    await story.world.act(story.people.sato, (ctx) => withdrawProposal(ctx, { proposalId, reason: '' }))
    await notified(story.world, story.town, notAdopted)
    expect(await story.share()).toBe('0/6')
  })

  it('counts when it was carried out, by that day; until then it is the expectation beside the figure', async () => {
    await using story = await town()
    const proposalId = await implementing(story.world, story.town)
    const before = await findAttainment(story.world.reader, 2026, '2026-06-01')
    expect(before).toMatchObject({ numerator: 0, expected: { projects: 1, permille: 167 } })

    story.world.at('2026-09-10T09:00:00+09:00')
    await story.complete(proposalId, '2026-09-01')
    const after = await findAttainment(story.world.reader, 2026, '2026-09-10')
    expect(after).toMatchObject({ numerator: 1, permille: 167, expected: { projects: 0, permille: 0 } })
  })

  it('is no expectation where its project is improved already, or where it is planned for next year', async () => {
    await using story = await town()
    await notified(story.world, story.town, { plannedOn: '2027-04-01' })
    const { expected } = await findAttainment(story.world.reader, 2026, '2026-06-01')
    expect(expected).toMatchObject({ projects: 0 })

    await notified(story.world, story.town, { plannedOn: '2027-03-31' })
    await confirmed(story.world, story.town)
    const attained = await findAttainment(story.world.reader, 2026, '2026-06-01')
    expect(attained).toMatchObject({ numerator: 1, expected: { projects: 0 } })
  })

  it('is no expectation any more once it was given up', async () => {
    await using story = await town()
    const proposalId = await implementing(story.world, story.town)
    await story.world.act(story.people.suzuki, (ctx) =>
      abandonImplementation(ctx, { proposalId, reason: '予算が付かなかった' }),
    )
    const { numerator, expected } = await findAttainment(story.world.reader, 2026, '2026-06-01')
    expect([numerator, expected?.projects]).toEqual([0, 0])
  })
})

describe('a proposal, where the decision counts', () => {
  it('counts by the day of the meeting from the notice on, and not before it', async () => {
    await using story = await town()
    await story.setBasis('adopted')
    await decided(story.world, story.town)
    expect(await story.share()).toBe('0/6')

    await notified(story.world, story.town, { heldOn: '2026-05-30' })
    const { numerator, expected } = await findAttainment(story.world.reader, 2026, '2026-06-01')
    expect([numerator, expected]).toEqual([1, null])
  })

  it('counts no more after it was given up', async () => {
    await using story = await town()
    await story.setBasis('adopted')
    const proposalId = await implementing(story.world, story.town)
    expect(await story.share()).toBe('1/6')
    await story.world.act(story.people.suzuki, (ctx) =>
      abandonImplementation(ctx, { proposalId, reason: '予算が付かなかった' }),
    )
    expect(await story.share()).toBe('0/6')
  })

  it('is counted anew when the setting of a year changes, both ways', async () => {
    await using story = await town()
    await notified(story.world, story.town)
    await confirmed(story.world, story.town, { projectIds: [story.projects.registry] })
    expect(await story.share()).toBe('1/6')
    await story.setBasis('adopted')
    expect(await story.share()).toBe('2/6')
    await story.setBasis('implemented')
    expect(await story.share()).toBe('1/6')
  })
})

describe('the figure of a year', () => {
  it('stands beside the same day of last year and says what is missing to the target', async () => {
    await using story = await town()
    await confirmed(story.world, story.town, { implementedOn: '2025-06-01' })
    await confirmed(story.world, story.town, {
      implementedOn: '2025-06-02',
      projectIds: [story.projects.registry],
    })
    await confirmed(story.world, story.town)
    const attainment = await findAttainment(story.world.reader, 2026, '2026-06-01')
    expect(attainment).toMatchObject({
      ...{ numerator: 1, denominator: 6, permille: 167, targetPermille: 700, missing: 4, asOf: '2026-06-01' },
      sameDayLastYear: { numerator: 1, denominator: 6, on: '2025-06-01' },
    })
    expect(attainment.years.map(({ fiscalYear, numerator }) => [fiscalYear, numerator])).toEqual([
      [2024, 0],
      [2025, 2],
      [2026, 1],
    ])
  })

  it('of a year that is over is that of its last day', async () => {
    await using story = await town()
    await confirmed(story.world, story.town, { implementedOn: '2026-03-31' })
    expect(await findAttainment(story.world.reader, 2025, '2026-06-01')).toMatchObject({
      ...{ asOf: '2026-03-31', numerator: 1, expected: null },
    })
  })

  it('does not change any more once the year is closed', async () => {
    await using story = await town()
    await story.world.writer
      .updateTable('fiscalYears')
      .set({ closedAt: '2026-05-01T00:00:00.000Z' })
      .where('fiscalYear', '=', 2025)
      .execute()
    await confirmed(story.world, story.town, { implementedOn: '2026-03-31' })
    await story.world.act(0, (ctx) => recountYear(ctx, 2025))
    expect(await story.share(2025)).toBe('0/6')
  })

  it('of a year that nobody opened does not exist; without a year it is the latest that was opened', async () => {
    await using story = await town()
    await expect(findAttainment(story.world.reader, 2027, '2026-06-01')).rejects.toThrow(NotFound)
    expect(await findAttainment(story.world.reader, undefined, '2027-04-10')).toMatchObject({
      ...{ fiscalYear: 2026, asOf: '2027-03-31' },
      sameDayLastYear: { on: '2026-03-31' },
    })
  })

  it('leaves out what is out of scope, unless the year counts all projects', async () => {
    await using story = await town()
    await story.world.writer
      .updateTable('projectYears')
      .set({ inScope: 0, excludedReason: '内部管理' })
      .where('projectId', '=', story.projects.counter)
      .execute()
    await confirmed(story.world, story.town)
    expect(await story.share()).toBe('0/5')
    expect((await findAttainment(story.world.reader, 2026, '2026-06-01')).rule.excluded).toBe(1)
    await story.world.writer.updateTable('fiscalYears').set({ denominator: 'all' }).execute()
    expect(await story.share()).toBe('1/6')
  })
})

describe('by department', () => {
  it('adds up to the figure of the city, in the order of the organisation', async () => {
    await using story = await town()
    await confirmed(story.world, story.town)
    await confirmed(story.world, story.town, {
      ...{ by: 'sato', head: 'watanabe', projectIds: [story.projects.collection] },
    })
    const shares = await listDepartmentShares(story.world.reader, 2026, '2026-06-01')
    expect(
      shares.map(({ bureauName, departmentName, numerator, denominator, isSmall }) =>
        [bureauName, departmentName, `${numerator}/${denominator}`, isSmall ? '参考' : ''].join(' '),
      ),
    ).toEqual(['市民部 市民課 1/3 ', '市民部 税務課 1/2 参考', '福祉部 福祉課 0/1 参考'])
  })

  it('a bureau answers for its sections, and every number leads to its projects', async () => {
    await using story = await town()
    await confirmed(story.world, story.town)
    const { reader } = story.world
    const { civic, citizens, general } = story.departments
    expect(await findDepartmentStanding(reader, civic, 2026, '2026-06-01')).toMatchObject({
      ...{ numerator: 1, denominator: 5, permille: 200, missing: 3 },
    })
    expect(await findDepartmentStanding(reader, general, 2026, '2026-06-01')).toBeNull()

    const namesOf = async (state: 'improved' | 'notYet' | 'expected') =>
      (
        await listProjectStates(
          reader,
          { fiscalYear: 2026, departmentId: citizens, state },
          '2026-06-01',
          null,
        )
      ).projects.map(({ name }) => name)
    expect(await namesOf('improved')).toEqual(['窓口サービス事業'])
    expect(await namesOf('notYet')).toEqual(['証明書交付事業', '住民基本台帳事業'])
    await notified(story.world, story.town, { targetProjectId: story.projects.registry })
    expect(await namesOf('expected')).toEqual(['住民基本台帳事業'])
  })
})
