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

it('a command that breaks off leaves nothing behind, and the next one is carried out', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  const rename = (name: string, then: () => void) =>
    world.act(people.suzuki, async ({ tx }) => {
      await tx.updateTable('people').set({ name }).where('id', '=', people.suzuki).execute()
      then()
    })
  const name = async () =>
    world.reader.selectFrom('people').select('name').where('id', '=', people.suzuki).execute()
  const brokenOff = rename('鈴木　桜', () => {
    throw new Error('broken off')
  })
  await expect(brokenOff).rejects.toThrow('broken off')
  expect(await name()).toEqual([{ name: '鈴木　花子' }])
  await rename('鈴木　桃', () => undefined)
  expect(await name()).toEqual([{ name: '鈴木　桃' }])
})
