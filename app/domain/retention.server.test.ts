import { expect, it } from 'vitest'
import { bringIn } from '#tests/support/imports.server'
import { accepted } from '#tests/support/proposals.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findContent, findImport } from './transfer/import-lookup.server'
import { setRetention } from './organisation/retention-rules.server'
import { disposeOf, listRetention } from './retention.server'

const file = '職員番号,氏名,かな\r\n000099,新人　三,\r\n'

async function story() {
  const world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  await accepted(world, town)
  const importId = await bringIn(world, town.people.yoshida, 'people', file)
  return { world, town, importId, [Symbol.asyncDispose]: () => world.close() }
}

it('keeps each kind for its years from the April after, and then lets go of it, never of the log', async () => {
  await using told = await story()
  const { world, importId, town } = told
  const { yoshida } = town.people
  expect((await listRetention(world.reader, '2028-03-31')).map(({ past }) => past)).toEqual([0, 0])

  world.at('2028-04-01T09:00:00+09:00')
  const imports = { what: 'imports', before: '2027-04-01' } as const
  expect(await listRetention(world.reader, '2028-04-01')).toContainEqual({ ...imports, years: 1, past: 1 })
  const events = () => world.reader.selectFrom('events').select('seq').execute()
  const before = (await events()).length
  expect(await world.act(yoshida, (ctx) => disposeOf(ctx, imports))).toEqual({ count: 1 })
  expect(await findContent(world.reader, importId)).toBe('')
  expect(await findImport(world.reader, importId)).toMatchObject({ list: 'people' })
  expect(await events()).toHaveLength(before + 1)
  await expect(world.act(yoshida, (ctx) => disposeOf(ctx, imports))).rejects.toThrow('もうありません')
})

it('lets go of nothing that was not checked, and only where an administrator says so', async () => {
  await using told = await story()
  const { world, town } = told
  const { yoshida, kobayashi } = town.people
  world.at('2028-04-01T09:00:00+09:00')
  await world.act(yoshida, (ctx) => setRetention(ctx, { notifications: 1, imports: 5 }))
  const imports = { what: 'imports', before: '2027-04-01' } as const
  await expect(world.act(yoshida, (ctx) => disposeOf(ctx, imports))).rejects.toThrow('保存期間が変わった')
  const notifications = { what: 'notifications', before: '2027-04-01' } as const
  await expect(world.act(kobayashi, (ctx) => disposeOf(ctx, notifications))).rejects.toThrow('管理者')
  const { count } = await world.act(yoshida, (ctx) => disposeOf(ctx, notifications))
  expect(count).toBeGreaterThan(0)
  expect(await world.reader.selectFrom('notifications').select('id').execute()).toEqual([])
})
