import { beforeAll, describe, expect, it } from 'vitest'
import { openSerialized, rawOf, serialize } from '#db/sqlite.server'
import { type Answer, call, testFiles } from './access/calling.server'
import type { Door } from './access/door'
import { keyOf, seenBy } from './access/entering.server'
import { matrix } from './access/matrix'
import { makeObjects, markOf, type Objects, readers, type Secret } from './access/objects.server'
import { type Part, parts } from './access/parts.server'
import { type Entrance, listEntrances } from './access/site'
import { freshDatabase, type TestWorld, worldOn } from './support/world.server'

/*
 * Every loader and every action, called alone as a data request calls it, by everybody: a closed world. What is not
 * declared in the matrix fails, and so does what answers otherwise than declared.
 */

const entrances = await listEntrances()
const declared = entrances
  .filter(({ name }) => matrix[name])
  .map((entrance) => [entrance.name, entrance] as const)
const missingId = 999_999

let image: Buffer
let objects: Objects

beforeAll(async () => {
  const connections = await freshDatabase()
  objects = await makeObjects(worldOn(connections), testFiles)
  image = serialize(connections)
  await connections.close()
}, 60_000)

it('every loader and action is declared, and nothing is declared that is not there', () => {
  expect(entrances.map(({ name }) => name).toSorted()).toEqual(Object.keys(matrix).toSorted())
})

it('every loader and action has a guard of its own, an open one only where strangers are let in', () => {
  const guards = entrances.map(({ name, run }) => [name, run.guard ?? 'none'])
  const wanted = Object.entries(matrix).map(([name, { open }]) => [name, open ? 'open' : 'signedIn'])
  expect(Object.fromEntries(guards)).toEqual(Object.fromEntries(wanted))
})

describe.each(declared)('%s', (name, entrance) => {
  const door = matrix[name] as Door

  it('lets in whom it should, and shuts out the others without a word of what is inside', async () => {
    const [answers, leaks, changed] = await askEverybody(entrance, door, keyOf(door, objects))
    expect(answers).toEqual(Object.fromEntries(parts.map((part) => [part, expectedOf(entrance, door, part)])))
    expect(leaks).toEqual([])
    expect(changed).toEqual([])
  })

  it.runIf(hides(entrance, door))('answers the same to everybody about what does not exist', async () => {
    const [answers] = await askEverybody(entrance, door, missingId)
    const wanted = parts.map((part) => [part, part === 'stranger' ? 302 : 404])
    expect(answers).toEqual(Object.fromEntries(wanted))
  })
})

/** The address names something, and not everybody is sent on from there whatever it is. */
function hides({ path }: Entrance, { done }: Door): boolean {
  return path.includes(':id') && done !== 302
}

function expectedOf({ method }: Entrance, door: Door, part: Part): number {
  const { may, open, done = method === 'GET' ? 200 : 302 } = door
  const sees = seenBy(door).includes(part)
  if (sees && may.includes(part)) return done
  if (open || part === 'stranger') return 302
  return sees ? 403 : 404
}

type Asked = [answers: Record<string, number>, leaks: string[], changed: string[]]

async function askEverybody(entrance: Entrance, door: Door, id: number): Promise<Asked> {
  const answers: Record<string, number> = {}
  const leaks: string[] = []
  const changed: string[] = []
  let scene = openScene()
  for (const part of parts) {
    const answer = await call(scene.world, entrance, {
      as: part,
      params: entrance.path.includes(':id') ? { id: String(id) } : {},
      query: door.query?.(objects) ?? '',
      form: door.form?.(objects) ?? {},
    })
    answers[part] = answer.status
    leaks.push(...leaksIn(answer, part).map((secret) => `${part} reads of ${secret}`))
    if (!scene.isChanged()) continue
    if (!door.may.includes(part) || entrance.method === 'GET') changed.push(part)
    await scene.world.close()
    scene = openScene()
  }
  await scene.world.close()
  return [answers, leaks, changed]
}

function leaksIn({ text }: Answer, part: Part): Secret[] {
  return (Object.keys(readers) as Secret[]).filter((secret) => {
    const mayRead: readonly Part[] = readers[secret]
    return !mayRead.includes(part) && text.includes(markOf(secret))
  })
}

/** The town in the state of the beginning, and whether anybody has since tried to change anything in it. */
function openScene(): { world: TestWorld; isChanged(): boolean } {
  const connections = openSerialized(image)
  const changes = rawOf(connections).prepare('select total_changes()').pluck()
  const untouched = changes.get()
  return { world: worldOn(connections), isChanged: () => changes.get() !== untouched }
}
