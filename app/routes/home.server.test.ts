import { expect, it } from 'vitest'
import { call } from '#tests/access/calling.server'
import { castParts, signAllIn } from '#tests/access/parts.server'
import type { Run } from '#tests/access/site'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { loader } from './home'

const home = { name: 'GET /', method: 'GET', path: '/', run: loader as Run } as const

it('shows every other section where one cannot be read, and tells the log', async () => {
  await using world = await freshWorld()
  await signAllIn(world, await castParts(world, await smallTown(world)))
  const failures: unknown[] = []
  Object.assign(world, { report: (failure: unknown) => void failures.push(failure) })

  // What the newest are told with, and no task is.
  const { schema } = world.writer
  await schema.alterTable('improvements').renameColumn('publishedOn', 'lost').execute()
  const { status, text } = await call(world, home, { as: 'author' }).finally(() =>
    schema.alterTable('improvements').renameColumn('lost', 'publishedOn').execute(),
  )
  const { improvements, worklist, proposals, notices } = JSON.parse(text) as Record<string, unknown>
  expect(status).toBe(200)
  expect(improvements).toBeNull()
  expect(worklist).toMatchObject({ shown: { total: 0 } })
  expect([proposals, notices]).toMatchObject([{ shown: [] }, { shown: { notifications: [] } }])
  expect(failures).toMatchObject([{ requestId: 'r' }])
})
