import { expect, it } from 'vitest'
import { drafted, submitted } from '#tests/support/proposals.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { auditLedger, auditTitles, type Entry } from './ledger'

const text = '番号札を発行し、待ち人数を表示します。'

it('misses a write that was acknowledged and is not there, whole or in part', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const draft: Entry = {
    ...{ table: 'proposals', id: await drafted(world, town), pending: null },
    acknowledged: { stage: 'draft', title: '窓口に番号札を導入する', text },
  }
  const audit = (entry: Entry) => auditLedger(world.reader, { entries: [entry], acknowledged: 1 })
  expect(await audit(draft)).toEqual([])
  expect(await audit({ ...draft, id: draft.id + 1 })).toHaveLength(2)
  expect(await audit({ ...draft, acknowledged: { ...draft.acknowledged, text: 'ほか' } })).toHaveLength(1)
  expect(await audit({ ...draft, acknowledged: { ...draft.acknowledged, stage: 'submitted' } })).toHaveLength(
    2,
  )
})

it('takes either for a write that was cut off: there or not', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const before = { stage: 'draft' as const, title: '窓口に番号札を導入する', text }
  const pending = { ...before, stage: 'submitted' as const }
  const entries: Entry[] = [
    { table: 'proposals', id: await drafted(world, town), acknowledged: before, pending },
    { table: 'proposals', id: await submitted(world, town), acknowledged: before, pending },
  ]
  expect(await auditLedger(world.reader, { entries, acknowledged: 2 })).toEqual([])
})

it('misses nothing that was done twice', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await drafted(world, town)
  expect(await auditTitles(world.reader)).toEqual([])
  await drafted(world, town)
  expect(await auditTitles(world.reader)).toEqual(['done twice: 窓口に番号札を導入する'])
})
