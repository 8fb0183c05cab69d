import { expect, it } from 'vitest'
import { openAccounts } from '#tests/support/accounts.server'
import { listPeople } from '../organisation/people-lookup.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findUnusedDays, setUnusedDays } from './rules.server'

it('an account counts as unused after ninety days, or after what the administrators say', async () => {
  await using world = await freshWorld('2026-06-01T09:00:00+09:00')
  const { people } = await smallTown(world)
  await openAccounts(world, people.tanaka)
  const unused = async (day: string) => {
    const unusedDays = await findUnusedDays(world.reader, day)
    const { rows } = await listPeople(world.reader, { filter: 'unused', unusedDays }, day)
    return rows.map(({ name }) => name)
  }
  expect([await unused('2026-08-30'), await unused('2026-08-31')]).toEqual([[], ['田中　一郎']])

  world.at('2026-07-01T09:00:00+09:00')
  const set = (by: number) => world.act(by, (ctx) => setUnusedDays(ctx, { unusedDays: 45 }))
  await expect(set(people.kobayashi)).rejects.toMatchObject({ name: 'NotPermitted' })
  await set(people.yoshida)
  expect([await unused('2026-07-16'), await unused('2026-07-17')]).toEqual([[], ['田中　一郎']])
  expect(await findUnusedDays(world.reader, '2026-06-30')).toBe(90)
})
