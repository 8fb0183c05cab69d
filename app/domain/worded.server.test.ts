import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { worded } from './worded.server'

type Wanted = { ids: readonly number[]; name?: string | undefined; isNewestFirst: boolean }

it('answers each time for the values of that time, inside a transaction as well', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  let wordings = 0
  const select = worded((db, { ids, name, isNewestFirst }: Wanted) => {
    wordings += 1
    return db
      .selectFrom('people')
      .select('id')
      .where('id', 'in', ids)
      .$if(name !== undefined, (query) => query.where('name', '=', name ?? ''))
      .orderBy('id', isNewestFirst ? 'desc' : 'asc')
  })
  const both = [people.sato, people.watanabe].toSorted((one, other) => one - other)
  const found = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)

  expect(found(await select(world.reader, { ids: both, isNewestFirst: false }))).toEqual(both)
  expect(found(await select(world.reader, { ids: both, isNewestFirst: true }))).toEqual(both.toReversed())
  expect(found(await select(world.reader, { ids: [people.sato], isNewestFirst: true }))).toEqual([
    people.sato,
  ])
  await world.act(0, async ({ tx }) => {
    const rows = await select(tx, { ids: [people.watanabe], isNewestFirst: true })
    expect(found(rows)).toEqual([people.watanabe])
  })
  expect(wordings).toBeLessThanOrEqual(4)
  const known = wordings
  expect(await select(world.reader, { ids: [people.sato], name: '誰でもない', isNewestFirst: true })).toEqual(
    [],
  )
  await select(world.reader, { ids: both, isNewestFirst: true })
  expect(wordings).toBe(known + 1)
})

it('refuses to depend on a value that will be another one next time', async () => {
  await using world = await freshWorld()
  const select = worded((db, { year }: { year: number }) =>
    db.selectNoFrom(sql<number>`cast(${year + 1} as integer)`.as('next')),
  )
  await expect(select(world.reader, { year: 2026 })).rejects.toThrow('may not depend on this value')
})
