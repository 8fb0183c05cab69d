import { afterAll, describe, expect, it } from 'vitest'
import { startSession } from '#app/domain/accounts/sessions.server'
import { dayOf, instantOf, laterBy } from '#app/domain/calendar'
import { appointPerson } from '#app/domain/organisation/appointing.server'
import { considerationsOf } from '#tests/support/reviews.server'
import { once } from '#tests/support/remembering.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { call, testFiles } from './access/calling.server'
import { makeObjects, type Objects } from './access/objects.server'
import { signed, type Signed, tokenOf } from './access/parts.server'
import { listEntrances } from './access/site'

/*
 * 1 April 2027, 0:00 in Tokyo: the head of 市民課 goes and the head of 税務課 comes. Asked of loaders and actions alone, as
 * data requests ask them, with sessions that were running before; in whatever time zone the process thinks it is.
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
  it('the old head may until the last second, the new one from the first', async () => {
    process.env['TZ'] = tz
    await using world = await freshWorld()
    const objects = await objectsIn(world)
    await transfer(world, objects)

    world.at('2027-03-31T14:59:59.000Z')
    await signIn(world, objects)
    expect(await answers(world, objects)).toEqual({ leaving: [200, 302], coming: [404, 404] })

    world.at('2027-03-31T15:00:00.000Z')
    expect(await answers(world, objects), 'sessions that ran before are over').toEqual({
      ...{ leaving: [302, 302], coming: [302, 302] },
    })

    await signIn(world, objects)
    await world.writer.updateTable('considerations').set({ takenUpAt: null, takenUpById: null }).execute()
    expect(await answers(world, objects)).toEqual({ leaving: [404, 404], coming: [200, 302] })
  })
})

async function transfer(world: TestWorld, { players, town }: Objects): Promise<void> {
  const { id: postId } = await world.reader
    .selectFrom('posts')
    .select('id')
    .where('code', '=', 'chief')
    .executeTakeFirstOrThrow()
  const moves = [
    [players.head, town.departments.welfare],
    [players.otherHead, town.departments.citizens],
  ] as const
  for (const [personId, departmentId] of moves) {
    await world.act(players.administrator, (ctx) =>
      appointPerson(ctx, {
        ...{ personId, departmentId, postId, kind: 'main', validFrom: '2027-04-01', validTo: null },
      }),
    )
  }
}

/** Confirming a report of the section is asked, and taking up what it was asked about is done: both its head's alone. */
async function answers(world: TestWorld, objects: Objects) {
  const both = async (as: Signed) => [
    await status(world, 'GET /practices/:id/confirmation', as, objects.ids.practiceReported),
    await status(world, 'POST /considerations/:id/take-up', as, await recordOf(world, objects)),
  ]
  return { leaving: await both('head'), coming: await both('otherHead') }
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
  expect(dayOf(createdAt)).toMatch(/^2027-0[34]/)
  await world.writer.deleteFrom('sessions').execute()
  for (const part of signed) {
    const session = { token: tokenOf(part), personId: players[part], createdAt }
    await startSession(world.writer, { ...session, expiresAt: laterBy(createdAt, 60 * 60_000) })
  }
}
