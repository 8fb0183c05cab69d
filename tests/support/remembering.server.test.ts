import { expect, it } from 'vitest'
import type { Database } from '#db/schema'
import { confirmed } from './practices.server'
import { submitted } from './proposals.server'
import { implementing } from './reviews.server'
import { smallTown } from './town.server'
import { freshWorld, type TestWorld } from './world.server'

/** Of an hour at which no other test begins, so that nothing is remembered of it. */
async function worldAt(hour: string) {
  const { act, ...world } = await freshWorld(`2026-06-03T${hour}+09:00`)
  let acts = 0
  const counting: TestWorld['act'] = (personId, command) => {
    acts += 1
    return act(personId, command)
  }
  return { ...world, act: counting, acts: () => acts }
}

/** All there is, but for the books of the text index, which are its own affair. */
async function rowsOf({ reader }: TestWorld) {
  const rows: Record<string, string[]> = {}
  for (const { name } of await reader.introspection.getTables()) {
    if (name.startsWith('improvementIndex')) continue
    const found = await reader
      .selectFrom(name as keyof Database)
      .selectAll()
      .execute()
    rows[name] = found.map((row) => JSON.stringify(row)).toSorted()
  }
  return rows
}

it('what is written again is all that the commands wrote, with the same keys, and carries out none of them', async () => {
  const story = async () => {
    await using world = await worldAt('03:03:03')
    const town = await smallTown(world)
    const keys = [
      await implementing(world, town),
      await confirmed(world, town),
      await implementing(world, town),
    ]
    const acts = world.acts()
    await submitted(world, { ...town }, { title: '最後の提案' })
    return { acts, keys, rows: await rowsOf(world) }
  }
  const { acts: atFirst, ...made } = await story()
  const { acts: again, ...written } = await story()
  expect(written).toEqual(made)
  expect([atFirst > 20, again]).toEqual([true, 0])
})

it('is made by the commands where the world is another one', async () => {
  const story = async (name: string) => {
    await using world = await worldAt('04:04:04')
    const town = await smallTown(world)
    await world.writer.updateTable('people').set({ name }).where('id', '=', town.people.ito).execute()
    const before = world.acts()
    await submitted(world, town)
    return world.acts() - before
  }
  expect([await story('伊藤　学'), await story('伊藤　まなぶ')]).toEqual([2, 2])
})

it('refuses to remember two things that are made at the same time', async () => {
  await using world = await worldAt('05:05:05')
  const town = await smallTown(world)
  const outcomes = await Promise.allSettled([submitted(world, town), confirmed(world, town)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
})
