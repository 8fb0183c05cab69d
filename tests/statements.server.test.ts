import { beforeAll, describe, expect, it } from 'vitest'
import { openSerialized, serialize } from '#db/sqlite.server'
import { testFiles } from './access/calling.server'
import type { Door } from './access/door'
import { keyOf, letIn } from './access/entering.server'
import { matrix } from './access/matrix'
import { makeObjects, type Objects } from './access/objects.server'
import { countStatements, statementsOfLoader } from './support/counted.server'
import { freshDatabase, worldOn } from './support/world.server'

/* What every page asks of the database, by each who may see it: performance.md §2, for the whole site map. */

let image: Buffer
let objects: Objects

beforeAll(async () => {
  const connections = await freshDatabase()
  objects = await makeObjects(worldOn(connections), testFiles)
  image = serialize(connections)
  await connections.close()
}, 60_000)

const pages = Object.entries(matrix).filter(
  ([name, { open, done = 200 }]) => name.startsWith('GET ') && !open && done === 200,
)

describe.each(pages)('%s', (name, door: Door) => {
  it('asks seven times at most, and once more for the messages of the menu', async () => {
    const path = name.slice('GET '.length)
    const params = path.includes(':id') ? { id: String(keyOf(door, objects)) } : {}
    const query = door.query?.(objects) ?? ''
    await using world = worldOn(openSerialized(image))
    const asked: [part: string, statements: number][] = []
    for (const as of letIn(door)) {
      asked.push([as, await countStatements(world, path, { as, params, query })])
    }
    expect(asked.filter(([, statements]) => statements > statementsOfLoader)).toEqual([])
  })
})
