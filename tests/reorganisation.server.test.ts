import { afterAll, describe, expect, it } from 'vitest'
import { startSession } from '#app/domain/accounts/sessions.server'
import { instantOf, laterBy } from '#app/domain/calendar'
import type { LineText } from '#app/domain/reorganisation/reorganisation'
import { fresh, planned, schedule, there } from '#tests/support/reorganisations.server'
import { considerationsOf } from '#tests/support/reviews.server'
import { once } from '#tests/support/remembering.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { call, testFiles } from './access/calling.server'
import { makeObjects, type Objects } from './access/objects.server'
import { signed, type Signed, tokenOf } from './access/parts.server'
import { listEntrances } from './access/site'

/*
 * 1 April 2027, 0:00 in Tokyo: 市民課 becomes a part of 福祉課, whose head has been there all the time. Entered months
 * before, it moves nothing until then, and then everything: asked of loaders and actions alone, in sessions that run on.
 */

const entrances = await listEntrances()
const objectsIn = (world: TestWorld): Promise<Objects> =>
  once(world, ['objects'], (empty) => makeObjects(empty, testFiles))
const zone = process.env['TZ']
afterAll(() => {
  process.env['TZ'] = zone
  if (zone === undefined) delete process.env['TZ']
})

describe.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])('in a process of the zone %s', (tz) => {
  it('the old section has its work until the last second, the one it went into from the first', async () => {
    process.env['TZ'] = tz
    await using world = await freshWorld()
    const objects = await objectsIn(world)
    const { citizens, welfare } = objects.town.departments
    await scheduled(world, objects, { kind: 'abolish', formerIds: [citizens], laters: [there(welfare)] })

    world.at('2027-03-31T14:59:59.000Z')
    await signIn(world, objects)
    expect(await answers(world, objects)).toEqual({ leaving: [200, 200, 302], coming: [404, 404, 404] })

    await world.writer.updateTable('considerations').set({ takenUpAt: null, takenUpById: null }).execute()
    world.at('2027-03-31T15:00:00.000Z')
    expect(await answers(world, objects)).toEqual({ leaving: [404, 404, 404], coming: [200, 200, 302] })
  })
})

it('who goes along with a section that is renamed signs in anew at 0:00, and has everything', async () => {
  await using world = await freshWorld()
  const objects = await objectsIn(world)
  const { citizens } = objects.town.departments
  await scheduled(world, objects, {
    ...{ kind: 'rename', formerIds: [citizens] },
    laters: [fresh('010900', '窓口課', '010000')],
  })
  world.at('2027-03-31T14:59:59.000Z')
  await signIn(world, objects)
  expect((await answers(world, objects)).leaving).toEqual([200, 200, 302])

  await world.writer.updateTable('considerations').set({ takenUpAt: null, takenUpById: null }).execute()
  world.at('2027-03-31T15:00:00.000Z')
  expect((await answers(world, objects)).leaving).toEqual([302, 302, 302])
  await signIn(world, objects)
  expect((await answers(world, objects)).leaving).toEqual([200, 200, 302])
})

async function scheduled(world: TestWorld, { players }: Objects, line: LineText): Promise<void> {
  const id = await planned(world, players.administrator, '2027-04-01', [line])
  await schedule(world, players.administrator, id)
}

/** Confirming a report and reading a record are asked, and taking up what was asked is done: all of them the section's. */
async function answers(world: TestWorld, objects: Objects) {
  const record = await recordOf(world, objects)
  const all = async (as: Signed) => [
    await status(world, 'GET /practices/:id/confirmation', as, objects.ids.practiceReported),
    await status(world, 'GET /considerations/:id', as, record),
    await status(world, 'POST /considerations/:id/take-up', as, record),
  ]
  // The other first: what may not be done must not find it done already.
  const coming = world.now() < new Date('2027-03-31T15:00:00Z') ? await all('otherHead') : null
  const leaving = await all('head')
  return { leaving, coming: coming ?? (await all('otherHead')) }
}

async function status(world: TestWorld, name: string, as: Signed, id: number): Promise<number> {
  const entrance = entrances.find((one) => one.name === name)
  if (!entrance) throw new Error(`No ${name}`)
  return (await call(world, entrance, { as, params: { id: String(id) }, form: {} })).status
}

async function recordOf(world: TestWorld, { ids, town }: Objects): Promise<number> {
  return (await considerationsOf(world, ids.considering)).get(town.departments.citizens) ?? 0
}

async function signIn(world: TestWorld, { players }: Objects): Promise<void> {
  const createdAt = instantOf(world.now())
  await world.writer.deleteFrom('sessions').execute()
  for (const part of signed) {
    const session = { token: tokenOf(part), personId: players[part], createdAt }
    await startSession(world.writer, { ...session, expiresAt: laterBy(createdAt, 60 * 60_000) })
  }
}
