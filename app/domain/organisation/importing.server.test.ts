import { describe, expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { type AppointmentLine, importAppointments } from './appointments.server'
import { departmentIds, importDepartments } from './departments.server'
import { importPeople, type PersonLine } from './people.server'
import { importSeats, type SeatLine } from './seats.server'

const bySystem = 0

const person = (employeeNumber: string, name: string, kana = 'かな'): PersonLine => ({
  ...{ employeeNumber, name, kana, email: null, employmentType: 'regular' },
})

const appointment = (line: Partial<AppointmentLine>): AppointmentLine => ({
  ...{ employeeNumber: '000001', departmentCode: '010200', postCode: 'clerk', kind: 'main' },
  ...{ validFrom: '2026-10-01', validTo: null, ...line },
})

async function names(world: TestWorld) {
  const rows = await world.reader.selectFrom('people').select(['employeeNumber', 'name']).execute()
  return Object.fromEntries(rows.map(({ employeeNumber, name }) => [employeeNumber, name]))
}

describe('a list from another system of the city hall', () => {
  it('changes nothing when it is brought in a second time', async () => {
    await using world = await freshWorld()
    const lines = [person('000101', '金　秀賢', 'きむ　すひょん'), person('000102', '𠮷野　𣘺夫')]
    await world.act(bySystem, (ctx) => importPeople(ctx, lines))
    const before = await world.reader.selectFrom('people').selectAll().execute()
    await world.act(bySystem, (ctx) => importPeople(ctx, lines))
    expect(await world.reader.selectFrom('people').selectAll().execute()).toEqual(before)
  })

  it('brings up to date what it names and leaves the others', async () => {
    await using world = await freshWorld()
    await world.act(bySystem, (ctx) =>
      importPeople(ctx, [person('01', '旧姓　一'), person('02', '同じ　二')]),
    )
    await world.act(bySystem, (ctx) => importPeople(ctx, [person('01', '新姓　一')]))
    expect(await names(world)).toEqual({ '01': '新姓　一', '02': '同じ　二' })
  })

  it('is taken in whole, however long', async () => {
    await using world = await freshWorld()
    const lines = Array.from({ length: 1_203 }, (_, number) => person(String(number), `職員${number}`))
    await world.act(bySystem, (ctx) => importPeople(ctx, lines))
    expect(Object.keys(await names(world))).toHaveLength(1_203)
  })

  it('is refused when two lines have the same key, and nothing of it is kept', async () => {
    await using world = await freshWorld()
    const twice = [person('01', '一人目'), person('01', '二人目')]
    await expect(world.act(bySystem, (ctx) => importPeople(ctx, twice))).rejects.toThrow(
      '職員番号「01」が2行以上あります。',
    )
    expect(await names(world)).toEqual({})
  })

  it('leaves one line in the log, with its length', async () => {
    await using world = await freshWorld()
    await world.act(bySystem, (ctx) => importPeople(ctx, [person('01', '一人目')]))
    const events = await world.reader.selectFrom('events').select(['kind', 'payload']).execute()
    expect(events).toEqual([{ kind: 'organisation.imported', payload: '{"list":"people","rows":1}' }])
  })
})

describe('departments', () => {
  const bureau = {
    name: '環境部',
    kind: 'bureau',
    parentCode: null,
    validFrom: '2015-04-01',
    validTo: null,
  } as const
  const section = { ...bureau, kind: 'section', parentCode: '900000' } as const

  it('may be listed in any order: a 課 finds its 部 below it', async () => {
    await using world = await freshWorld()
    await world.act(bySystem, (ctx) =>
      importDepartments(ctx, [
        { ...section, code: '900100', name: 'ごみ減量課' },
        { ...bureau, code: '900000' },
      ]),
    )
    const ids = await departmentIds(world.reader)
    const row = await world.reader
      .selectFrom('departments')
      .select('parentId')
      .where('code', '=', '900100')
      .executeTakeFirstOrThrow()
    expect(row.parentId).toBe(ids.get('900000'))
  })

  it('name a 部 that is there', async () => {
    await using world = await freshWorld()
    await expect(
      world.act(bySystem, (ctx) => importDepartments(ctx, [{ ...section, code: '900100', name: '迷子課' }])),
    ).rejects.toThrow('所属コード「900000」が見つかりません。')
  })

  it('keep what became of an abolished one', async () => {
    await using world = await freshWorld()
    const old = { ...bureau, code: '900000', validTo: '2025-03-31' }
    const successor = { ...bureau, code: '910000', validFrom: '2025-04-01' }
    const renamed = {
      fromCode: '900000',
      toCode: '910000',
      effectiveOn: '2025-04-01',
      kind: 'rename',
    } as const
    for (let time = 0; time < 2; time += 1) {
      await world.act(bySystem, (ctx) => importDepartments(ctx, [old, successor], [renamed]))
    }
    expect(await world.reader.selectFrom('departmentSuccessors').select('kind').execute()).toEqual([
      { kind: 'rename' },
    ])
  })

  it('end after they begin', async () => {
    await using world = await freshWorld()
    const backwards = { ...bureau, code: '900000', validTo: '2015-03-31' }
    await expect(world.act(bySystem, (ctx) => importDepartments(ctx, [backwards]))).rejects.toThrow(
      'より前です',
    )
  })
})

describe('appointments and seats', () => {
  it('get their last day when the list is brought in again after a transfer', async () => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    const ended = appointment({
      ...{ departmentCode: '010100', validFrom: '2024-04-01', validTo: '2026-09-30' },
    })
    await world.act(bySystem, (ctx) => importAppointments(ctx, [ended, appointment({})]))
    const rows = await world.reader
      .selectFrom('appointments')
      .select(['departmentId', 'validFrom', 'validTo'])
      .where('personId', '=', town.people.suzuki)
      .orderBy('validFrom')
      .execute()
    expect(rows).toEqual([
      { departmentId: town.departments.citizens, validFrom: '2024-04-01', validTo: '2026-09-30' },
      { departmentId: town.departments.tax, validFrom: '2026-10-01', validTo: null },
    ])
  })

  it.each([
    ['職員番号「999999」', { employeeNumber: '999999' }],
    ['所属コード「999999」', { departmentCode: '999999' }],
    ['職位コード「P99」', { postCode: 'P99' }],
  ])('are refused with the code that nobody knows: %s', async (words, line) => {
    await using world = await freshWorld()
    await smallTown(world)
    const importing = world.act(bySystem, (ctx) => importAppointments(ctx, [appointment(line)]))
    await expect(importing).rejects.toThrow(`${words}が見つかりません。`)
  })

  it('keep one seat for one term, however often the list comes', async () => {
    await using world = await freshWorld()
    await smallTown(world)
    const seat: SeatLine = {
      ...{ body: 'promotionCommittee', employeeNumber: '000001', role: 'member' },
      ...{ validFrom: '2026-04-01', validTo: null },
    }
    await world.act(bySystem, (ctx) => importSeats(ctx, [seat]))
    await world.act(bySystem, (ctx) => importSeats(ctx, [{ ...seat, validTo: '2027-03-31' }]))
    const rows = await world.reader
      .selectFrom('seats')
      .select('validTo')
      .where('body', '=', 'promotionCommittee')
      .execute()
    expect(rows).toEqual([{ validTo: '2027-03-31' }])
  })
})

describe('lists are brought in', () => {
  it.each(['kobayashi', 'yoshida'] as const)(
    'by the secretariat and the administrators: %s',
    async (name) => {
      await using world = await freshWorld()
      const town = await smallTown(world)
      await world.act(town.people[name], (ctx) => importPeople(ctx, [person('000999', '新人　三')]))
      expect(await names(world)).toHaveProperty('000999')
    },
  )

  it.each(['suzuki', 'takahashi', 'kato'] as const)('by nobody else: %s', async (name) => {
    await using world = await freshWorld()
    const town = await smallTown(world)
    const importing = world.act(town.people[name], (ctx) => importPeople(ctx, []))
    await expect(importing).rejects.toThrow('事務局とシステム管理者')
  })
})
