import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findFiscalYear } from './fiscal-years.server'
import { listReasonCodes, setReasonCodes } from './reason-codes.server'
import { openFiscalYear } from './year-opening.server'

const bySystem = 0

it('a year begins with the settings of the scheme, and with what the city has decided instead', async () => {
  await using world = await freshWorld()
  await world.act(bySystem, (ctx) => openFiscalYear(ctx, { fiscalYear: 2026, answerWithinDays: 21 }))
  const settings = await findFiscalYear(world.reader, 2026)
  expect(settings).toMatchObject({ answerWithinDays: 21, receiveWithinWorkingDays: 3, noticeWithinDays: 7 })
})

it('a year that is open keeps its settings when it is opened again', async () => {
  await using world = await freshWorld()
  await world.act(bySystem, (ctx) => openFiscalYear(ctx, { fiscalYear: 2026, targetPermille: 700 }))
  await world.act(bySystem, (ctx) => openFiscalYear(ctx, { fiscalYear: 2026, targetPermille: 100 }))
  expect((await findFiscalYear(world.reader, 2026)).targetPermille).toBe(700)
  expect(await world.reader.selectFrom('events').select('kind').execute()).toEqual([
    { kind: 'fiscalYear.opened' },
  ])
})

it('a year that nobody has opened is said to be so', async () => {
  await using world = await freshWorld()
  await expect(findFiscalYear(world.reader, 2031)).rejects.toThrow('令和13年度')
})

it('the reasons to choose from are the last ones that were set, in their order', async () => {
  await using world = await freshWorld()
  await smallTown(world)
  const codes = [
    { code: 'timing', label: '時期' },
    { code: 'law', label: '法令・条例' },
  ]
  await world.act(bySystem, (ctx) => setReasonCodes(ctx, 'difficult', codes))
  expect(await listReasonCodes(world.reader, 'difficult')).toEqual(codes)
  expect(await listReasonCodes(world.reader, 'notAdopted')).toHaveLength(8)
})
