import { describe, expect, it } from 'vitest'
import { type SmallTown, smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { appointPerson, type Appointing, cancelAppointment, endAppointment } from './appointing.server'
import { listAppointmentsOf, listPeople } from './people-lookup.server'
import { endSeat, seatPerson } from './seating.server'
import { findActor } from './actor.server'
import { heads, isSecretariat } from './actor'

async function postId(world: TestWorld, code: string): Promise<number> {
  const { id } = await world.reader
    .selectFrom('posts')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return id
}

async function appoint(world: TestWorld, town: SmallTown, change: Partial<Appointing> = {}) {
  const appointing: Appointing = {
    ...{ personId: town.people.watanabe, departmentId: town.departments.citizens },
    ...{ postId: await postId(world, 'chief'), kind: 'main', validFrom: '2027-04-01', validTo: null },
    ...change,
  }
  await world.act(town.people.yoshida, (ctx) => appointPerson(ctx, appointing))
}

const termsOf = async (world: TestWorld, personId: number) =>
  (await listAppointmentsOf(world.reader, personId)).map(({ departmentName, kind, validFrom, validTo }) => [
    departmentName,
    kind,
    validFrom,
    validTo,
  ])

describe('what is entered in March for 1 April', () => {
  it('takes effect at 0:00 in Tokyo: the main post before it ends on its eve', async () => {
    await using world = await freshWorld('2027-03-10T09:00:00+09:00')
    const town = await smallTown(world)
    await appoint(world, town)
    expect(await termsOf(world, town.people.watanabe)).toEqual([
      ['市民課', 'main', '2027-04-01', null],
      ['税務課', 'main', '2024-04-01', '2027-03-31'],
    ])
    const on = (day: string) => findActor(world.reader, town.people.watanabe, day)
    expect(heads(await on('2027-03-31'), town.departments.tax)).toBe(true)
    expect(heads(await on('2027-03-31'), town.departments.citizens)).toBe(false)
    expect(heads(await on('2027-04-01'), town.departments.tax)).toBe(false)
    expect(heads(await on('2027-04-01'), town.departments.citizens)).toBe(true)
  })

  it('can be taken back until then, and not afterwards', async () => {
    await using world = await freshWorld('2027-03-10T09:00:00+09:00')
    const town = await smallTown(world)
    await appoint(world, town, { kind: 'concurrent' })
    const [coming] = await listAppointmentsOf(world.reader, town.people.watanabe)
    const cancel = () =>
      world.act(town.people.yoshida, (ctx) => cancelAppointment(ctx, { appointmentId: coming?.id ?? 0 }))
    world.at('2027-04-01T00:00:00+09:00')
    await expect(cancel()).rejects.toThrow('始まった発令は取り消せません')
    world.at('2027-03-31T23:59:59+09:00')
    await cancel()
    expect(await termsOf(world, town.people.watanabe)).toHaveLength(1)
  })
})

it('a concurrent appointment leaves the main one as it is', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await appoint(world, town, { kind: 'concurrent', validFrom: '2026-10-01' })
  expect(await termsOf(world, town.people.watanabe)).toContainEqual(['税務課', 'main', '2024-04-01', null])
})

it.each<[string, Partial<Appointing>, string]>([
  ['ends before it begins', { validTo: '2027-03-31' }, '終わりの日は'],
  ['names no department', { departmentId: 999_999 }, '所属を選んでください'],
  ['is of a day before the department', { validFrom: '2010-04-01' }, 'その日にはない所属'],
  ['would lie before a main appointment that is there', { validFrom: '2023-04-01' }, '別の本務'],
])('an appointment that %s is refused', async (_what, change, sentence) => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await expect(appoint(world, town, change)).rejects.toThrow(sentence)
})

it('the past stays what it was: a last day is never before today', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const [now] = await listAppointmentsOf(world.reader, town.people.watanabe)
  const end = (lastDay: string) =>
    world.act(town.people.yoshida, (ctx) => endAppointment(ctx, { appointmentId: now?.id ?? 0, lastDay }))
  await expect(end('2026-05-31')).rejects.toThrow('今日以後')
  await end('2026-06-01')
  world.at('2026-06-02T09:00:00+09:00')
  await expect(end('2026-06-30')).rejects.toThrow('もう終わっています')
  const without = await listPeople(world.reader, { filter: 'withoutPost' }, '2026-06-02')
  expect(without.rows.map(({ name }) => name)).toEqual(['渡邉　健'])
})

describe('seats', () => {
  const term = { role: 'clerk', validFrom: '2026-06-01', validTo: null } as const

  it('give their powers from the first day to the last', async () => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    const personId = town.people.suzuki
    await world.act(town.people.kobayashi, (ctx) =>
      seatPerson(ctx, { ...term, personId, body: 'secretariat', validFrom: '2026-06-02' }),
    )
    const { id } = await world.reader
      .selectFrom('seats')
      .select('id')
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow()
    await world.act(town.people.kobayashi, (ctx) => endSeat(ctx, { seatId: id, lastDay: '2026-06-03' }))
    const days = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04']
    const may = await Promise.all(
      days.map(async (day) => isSecretariat(await findActor(world.reader, personId, day))),
    )
    expect(may).toEqual([false, true, true, false])
  })

  it('are held once at a time', async () => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    const again = world.act(town.people.yoshida, (ctx) =>
      seatPerson(ctx, { ...term, personId: town.people.kobayashi, body: 'secretariat' }),
    )
    await expect(again).rejects.toThrow('もう同じ会議体')
  })

  it('of administrators are given by administrators alone', async () => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    const seat = (by: number) =>
      world.act(by, (ctx) =>
        seatPerson(ctx, { ...term, personId: town.people.suzuki, body: 'administrators' }),
      )
    await expect(seat(town.people.kobayashi)).rejects.toThrow('システム管理者を決められるのは')
    await seat(town.people.yoshida)
  })
})
