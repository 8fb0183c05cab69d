import { expect, it } from 'vitest'
import { reported } from '#tests/support/practices.server'
import { implementing } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { ChangedMeanwhile, NotPermitted, RuleBroken } from '../errors'
import { findAttainment } from '../indicators/attainment.server'
import { countUnder } from '../indicators/recounting.server'
import { countUnconfirmed } from '../practices/unconfirmed.server'
import { beginNextYear, changeYearSettings, closeFiscalYear, findKeptYear } from './year-settings.server'

const today = '2026-06-01'

async function story() {
  const world = await freshWorld(`${today}T09:00:00+09:00`)
  const town = await smallTown(world)
  const by = town.people.kobayashi
  return {
    ...{ world, town, by },
    change: async (settings: Parameters<typeof changeYearSettings>[1]['settings'], version = 1) =>
      world.act(by, (ctx) => changeYearSettings(ctx, { fiscalYear: 2026, version, settings })),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('the next year begins with the settings of the one before, and not twice', async () => {
  await using told = await story()
  await told.change({ answerWithinDays: 21, targetPermille: 725 })
  expect(await told.world.act(told.by, beginNextYear)).toEqual({ fiscalYear: 2027 })
  expect(await findKeptYear(told.world.reader, 2027)).toMatchObject({
    ...{ answerWithinDays: 21, targetPermille: 725, version: 1, closedAt: null },
  })
  await expect(told.world.act(told.by, beginNextYear)).rejects.toThrow('令和10年度は、令和9年4月1日から')
  await expect(told.world.act(told.by, beginNextYear)).rejects.toThrow(RuleBroken)
})

it('a year that is open before it begins is no year of the figure yet', async () => {
  await using told = await story()
  await told.world.act(told.by, beginNextYear)
  const { fiscalYear, years } = await findAttainment(told.world.reader, undefined, today)
  expect([fiscalYear, years.map((year) => year.fiscalYear)]).toEqual([2026, [2024, 2025, 2026]])
})

it('a change says what stood there before, and what does not change is no event', async () => {
  await using told = await story()
  await told.change({ answerWithinDays: 21, noticeWithinDays: 7 })
  await told.change({ answerWithinDays: 21 }, 2)
  const lines = await told.world.reader
    .selectFrom('events')
    .select('payload')
    .where('kind', '=', 'fiscalYear.changed')
    .execute()
  expect(lines.map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([
    { fiscalYear: 2026, before: { answerWithinDays: 14 }, after: { answerWithinDays: 21 } },
  ])
})

it('who saves what somebody else has changed meanwhile is shown what stands there now', async () => {
  await using told = await story()
  await told.change({ targetPermille: 725 })
  const refused = await told.change({ targetPermille: 800 }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ChangedMeanwhile)
  expect((refused as ChangedMeanwhile).theirs).toMatchObject({ targetPermille: '72.5', version: '2' })
  expect((refused as ChangedMeanwhile).changedBy).toContain('小林')
  expect((await findKeptYear(told.world.reader, 2026)).targetPermille).toBe(725)
})

it('another day to count by recounts the year, to the figure that was shown before', async () => {
  await using told = await story()
  await implementing(told.world, told.town)
  const rule = { countingBasis: 'adopted', denominator: 'inScope' } as const
  const figure = async () => {
    const { numerator, denominator, permille } = await findAttainment(told.world.reader, 2026, today)
    return { numerator, denominator, permille }
  }
  const now = await findKeptYear(told.world.reader, 2026)
  const [before, after] = await countUnder(told.world.reader, 2026, [now, rule], today)
  expect(before).toEqual(await figure())
  expect(after?.numerator).toBeGreaterThan(before?.numerator ?? 0)
  await told.change(rule)
  expect(await figure()).toEqual(after)
})

it('the denominator may be all projects, also those out of scope', async () => {
  await using told = await story()
  await told.world.writer
    .updateTable('projectYears')
    .set({ inScope: 0 })
    .where('projectId', '=', told.town.projects.support)
    .execute()
  const shares = await countUnder(
    told.world.reader,
    2026,
    [
      { countingBasis: 'implemented', denominator: 'inScope' },
      { countingBasis: 'implemented', denominator: 'all' },
    ],
    today,
  )
  expect(shares.map(({ denominator }) => denominator)).toEqual([5, 6])
})

it('a year is closed once, when it is over, and then stays as it is', async () => {
  await using told = await story()
  const close = (fiscalYear: number) => told.world.act(told.by, (ctx) => closeFiscalYear(ctx, { fiscalYear }))
  await expect(close(2026)).rejects.toThrow('令和8年度は、令和9年4月1日から確定できます。')
  await close(2025)
  expect(await findKeptYear(told.world.reader, 2025)).toMatchObject({ closedByName: '小林　直樹' })
  await expect(close(2025)).rejects.toThrow('もう確定しています')
  await expect(
    told.world.act(told.by, (ctx) =>
      changeYearSettings(ctx, { fiscalYear: 2025, version: 1, settings: { targetPermille: 10 } }),
    ),
  ).rejects.toThrow('令和7年度は確定しているので、設定は変えられません。')
})

it('years are for the secretariat and the administrators to keep', async () => {
  await using told = await story()
  await expect(told.world.act(told.town.people.suzuki, beginNextYear)).rejects.toThrow(NotPermitted)
})

it('reports that nobody confirmed are counted before a year is closed', async () => {
  await using told = await story()
  expect(await countUnconfirmed(told.world.reader, 2026)).toBe(0)
  await reported(told.world, told.town)
  expect(await countUnconfirmed(told.world.reader, 2026)).toBe(1)
  expect(await countUnconfirmed(told.world.reader, 2025)).toBe(0)
})
