import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { heads } from './actor'
import { findActor } from './actor.server'
import { importAppointments } from './appointments.server'
import { nameDelegate } from './delegating.server'
import { actingHeadsOf } from './heads.server'
import { powersOf } from './powers'
import { standingInWords } from './standing-in'

async function actingHeads(world: TestWorld, { people }: SmallTown, departmentId: number, day: string) {
  const asked = sql`(select "id" from "departments" where "id" = ${departmentId})`
  const rows = await world.reader
    .selectFrom(actingHeadsOf(asked, day).as('heads'))
    .select('personId')
    .execute()
  const ids = rows.map(({ personId }) => personId)
  return Object.entries(people)
    .filter(([, id]) => ids.includes(id))
    .map(([name]) => name)
}

it('the duties of a department without a head are with the 次長 of its bureau, else with the secretariat', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const of = (name: keyof SmallTown['departments'], day: string) =>
    actingHeads(world, town, town.departments[name], day)
  expect(await of('citizens', '2026-06-01')).toEqual(['takahashi'])
  expect(await of('reform', '2026-06-01')).toEqual(['ito'])
  expect(await of('caring', '2026-06-01')).toEqual(['kobayashi'])

  const chief = {
    employeeNumber: '000003',
    departmentCode: '010100',
    postCode: 'chief',
    kind: 'main',
  } as const
  await world.act(0, (ctx) =>
    importAppointments(ctx, [{ ...chief, validFrom: '2024-04-01', validTo: '2026-06-30' }]),
  )
  expect(await of('citizens', '2026-06-30')).toEqual(['takahashi'])
  expect(await of('citizens', '2026-07-01')).toEqual(['nakamura'])
})

it('tells whoever stands in why', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  const deputy = await findActor(world.reader, people.ito, '2026-06-01')
  expect(standingInWords(deputy)).toEqual(['総務課、行政改革課には所属長がいないため、その仕事も届きます。'])
  expect(powersOf(deputy)).toContainEqual({
    may: '総務課への照会を受け付け、回答する',
    because: '総務課に所属長がいないため（次長）',
  })
  const clerk = await findActor(world.reader, people.kobayashi, '2026-06-01')
  expect(powersOf(clerk).map(({ because }) => because)).toContain('福祉部に所属長がいないため（事務局）')
})

it('says of everybody the same, asked from the person and from the department', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { people, departments } = town
  await world.act(people.takahashi, (ctx) =>
    nameDelegate(ctx, {
      ...{ departmentId: departments.citizens, delegateId: people.tanaka },
      ...{ validFrom: '2026-06-01', validTo: '2026-06-03' },
    }),
  )
  for (const departmentId of Object.values(departments)) {
    const fromPerson = []
    for (const [name, personId] of Object.entries(people))
      if (heads(await findActor(world.reader, personId, '2026-06-02'), departmentId)) fromPerson.push(name)
    expect(await actingHeads(world, town, departmentId, '2026-06-02')).toEqual(fromPerson)
    expect(fromPerson).not.toEqual([])
  }
})
