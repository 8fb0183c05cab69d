import { expect, it } from 'vitest'
import { smallTown } from './town.server'
import { freshWorld } from './world.server'

it('a small town is made by the real commands, with a key for everybody and everything', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const keys = [town.people, town.departments, town.projects].flatMap((record) => Object.values(record))
  expect(keys).not.toContain(0)
  expect(town.theme).toBeGreaterThan(0)
})

it('each world is alone: what is done in one is not there in the next', async () => {
  {
    await using world = await freshWorld()
    await smallTown(world)
  }
  await using next = await freshWorld()
  expect(await next.reader.selectFrom('people').selectAll().execute()).toEqual([])
})
