import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { NotFound } from '../errors'
import { listSavedSearches, mostSaved, removeSavedSearch, saveSearch } from './saved-searches.server'

async function story() {
  const world = await freshWorld()
  const { people } = await smallTown(world)
  return {
    ...{ world, people },
    save: (name: string, query: string) => world.act(people.sato, (ctx) => saveSearch(ctx, { name, query })),
    names: async () => (await listSavedSearches(world.reader, people.sato)).map(({ name }) => name),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('keeps one search for a name, the last, and shows it to nobody else', async () => {
  await using told = await story()
  await told.save('窓口', 'q=窓口')
  await told.save('窓口', 'q=窓口&year=2026')
  const [saved] = await listSavedSearches(told.world.reader, told.people.sato)
  expect(saved).toMatchObject({ name: '窓口', query: 'q=窓口&year=2026' })
  expect(await listSavedSearches(told.world.reader, told.people.mori)).toEqual([])
})

it('is removed by its owner alone', async () => {
  await using told = await story()
  const id = await told.save('窓口', 'q=窓口')
  const byMori = told.world.act(told.people.mori, (ctx) => removeSavedSearch(ctx, id))
  await expect(byMori).rejects.toThrow(NotFound)
  await told.world.act(told.people.sato, (ctx) => removeSavedSearch(ctx, id))
  expect(await told.names()).toEqual([])
})

it('says when there is room for no more, and still lets one be replaced', async () => {
  await using told = await story()
  for (let one = 1; one <= mostSaved; one += 1) await told.save(`検索${one}`, 'year=2026')
  await expect(told.save('もう一つ', 'year=2026')).rejects.toThrow('30件までです')
  await told.save('検索7', 'year=2025')
  expect(await told.names()).toHaveLength(mostSaved)
})
