import { describe, expect, it } from 'vitest'
import { type SmallTown, smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { findActor } from './actor.server'
import { heads, isSecretariat } from './actor'
import { type AppointmentLine, headOf, importAppointments } from './appointments.server'
import { importDepartments } from './departments.server'
import { searchDepartments } from './lookup.server'
import { listSeatHolders } from './seats.server'
import { isValidOn } from './validity'
import { changeYearSettings } from './year-settings.server'

const bySystem = 0
const chief = (line: Partial<AppointmentLine>): AppointmentLine => ({
  ...{ employeeNumber: '000005', departmentCode: '010100', postCode: 'chief', kind: 'main' },
  ...{ validFrom: '2026-10-01', validTo: null, ...line },
})

async function nameOfHead(world: TestWorld, town: SmallTown, day: string) {
  return (await headOf(world.reader, town.departments.citizens, day))?.name
}

describe('the head of a department 「所属長」', () => {
  it('changes at midnight in Tokyo, without anybody doing anything', async () => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    await world.act(bySystem, (ctx) =>
      importAppointments(ctx, [
        chief({ employeeNumber: '000003', validFrom: '2024-04-01', validTo: '2026-09-30' }),
        chief({ employeeNumber: '000005' }),
      ]),
    )
    expect(await nameOfHead(world, town, '2026-09-30')).toBe('髙橋　誠')
    expect(await nameOfHead(world, town, '2026-10-01')).toBe('渡邉　健')
    const successor = await findActor(world.reader, town.people.watanabe, '2026-10-01')
    expect(heads(successor, town.departments.citizens)).toBe(true)
    const predecessor = await findActor(world.reader, town.people.takahashi, '2026-10-01')
    expect(heads(predecessor, town.departments.citizens)).toBe(false)
  })

  it('is who holds the post in the first place, before a deputy who acts for the absent', async () => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    await world.act(bySystem, (ctx) => importAppointments(ctx, [chief({ kind: 'acting' })]))
    expect(await nameOfHead(world, town, '2026-10-01')).toBe('髙橋　誠')
  })

  it('is the deputy who acts when nobody holds the post', async () => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    await world.act(bySystem, (ctx) =>
      importAppointments(ctx, [
        chief({ employeeNumber: '000003', validFrom: '2024-04-01', validTo: '2026-09-30' }),
        chief({ kind: 'acting', validTo: '2026-12-31' }),
      ]),
    )
    expect(await nameOfHead(world, town, '2026-12-31')).toBe('渡邉　健')
    expect(await nameOfHead(world, town, '2027-01-01')).toBeUndefined()
  })

  it('is stood in for by the rank that the settings of the year name, else by the secretariat', async () => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    const { nakamura, kobayashi } = town.people
    await world.act(bySystem, (ctx) =>
      importAppointments(ctx, [
        chief({ employeeNumber: '000003', validFrom: '2024-04-01', validTo: '2026-05-31' }),
      ]),
    )
    const standsIn = async (personId: number, day: string) => {
      const actor = await findActor(world.reader, personId, day)
      return [heads(actor, town.departments.citizens), actor.appointments[0]?.isDeputy]
    }
    expect(await standsIn(nakamura, '2026-06-01')).toEqual([true, true])
    const settings = { deputyRank: 4 }
    await world.act(bySystem, (ctx) => changeYearSettings(ctx, { fiscalYear: 2026, version: 1, settings }))
    expect(await standsIn(nakamura, '2026-06-01')).toEqual([false, false])
    expect(await standsIn(kobayashi, '2026-06-01')).toEqual([true, false])
    // The latest year that has begun: nobody has opened 2027 yet.
    expect(await standsIn(nakamura, '2027-04-01')).toEqual([false, false])
  })
})

describe('what is in force on a day', () => {
  it.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2027-03-31', true],
    ['2027-04-01', false],
  ])('includes the first and the last day: %s is %s', (day, expected) => {
    expect(isValidOn({ validFrom: '2026-04-01', validTo: '2027-03-31' }, day)).toBe(expected)
  })

  it('has no end where none is known', () => {
    expect(isValidOn({ validFrom: '2026-04-01', validTo: null }, '2199-12-31')).toBe(true)
  })

  it('shows the organisation of that day: a 課 that ends today is there, one that begins tomorrow is not', async () => {
    await using world = await freshWorld()
    await smallTown(world)
    const section = { kind: 'section', parentCode: '030000' } as const
    await world.act(bySystem, (ctx) =>
      importDepartments(ctx, [
        { ...section, code: '030200', name: '旧高齢課', validFrom: '2015-04-01', validTo: '2026-09-30' },
        { ...section, code: '030300', name: '新高齢課', validFrom: '2026-10-01', validTo: null },
      ]),
    )
    const on = async (day: string) =>
      (await searchDepartments(world.reader, '高齢課', day)).map(({ name }) => name)
    expect(await on('2026-09-30')).toEqual(['旧高齢課'])
    expect(await on('2026-10-01')).toEqual(['新高齢課'])
  })
})

describe('the holders of a body', () => {
  it('come with the chair first', async () => {
    await using world = await freshWorld()
    await smallTown(world)
    const holders = await listSeatHolders(world.reader, 'improvementCommittee', '2026-06-01')
    expect(holders.map(({ name, role, postName }) => [name, role, postName])).toEqual([
      ['伊藤　学', 'chair', '次長'],
      ['中村　恵', 'member', '次長'],
    ])
  })

  it('have no power before their term', async () => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    const before = await findActor(world.reader, town.people.kobayashi, '2024-03-31')
    expect(isSecretariat(before)).toBe(false)
    expect(await listSeatHolders(world.reader, 'secretariat', '2024-03-31')).toEqual([])
  })
})
