import type { KyselyPlugin } from 'kysely'
import { expect } from 'vitest'
import { type Asking, call } from '#tests/access/calling.server'
import { listEntrances } from '#tests/access/site'
import type { TestWorld } from '#tests/support/world.server'

/** Of eight for a page (performance.md §2); the eighth is the number of unread messages, which is the root's to ask. */
export const statementsOfLoader = 7

const entrances = await listEntrances()

/** What one loader (「/proposals/:id」) asks, with the session and the powers of whoever looks; it must answer `status`. */
export async function countStatements(
  world: TestWorld,
  path: string,
  asking: Asking,
  status = 200,
): Promise<number> {
  let statements = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      statements += 1
      return result
    },
  }
  const entrance = entrances.find(({ name }) => name === `GET ${path}`)
  if (!entrance) throw new Error(`There is no page ${path}`)
  const counted = { ...world, reader: world.reader.withPlugin(counting) }
  const answer = await call(counted, entrance, asking)
  expect(answer.status, `${path}: ${answer.text.slice(0, 200)}`).toBe(status)
  return statements
}
