import { beforeEach, describe, expect, it } from 'vitest'
import { type SmallTown, smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { findActor } from './actor.server'
import { belongsTo, heads, mainAppointment } from './actor'
import { type AppointmentLine, importAppointments } from './appointments.server'
import { endDelegation, type Naming, nameDelegate } from './delegating.server'
import { listDelegateChoices, listDelegations } from './delegations.server'
import { powersOf } from './powers'
import { standingInWords } from './standing-in'

interface Scene extends AsyncDisposable {
  readonly world: TestWorld
  readonly town: SmallTown
  /** Lets 髙橋 be represented by 田中 from 10 to 12 June, or otherwise. */
  name(naming?: Partial<Naming>, by?: number): Promise<void>
  headsOn(day: string, personId?: number): Promise<boolean>
  states(day: string): Promise<string[]>
}

async function opened(): Promise<Scene> {
  const world = await freshWorld()
  const town = await smallTown(world)
  const { citizens } = town.departments
  const usual = { departmentId: citizens, validFrom: '2026-06-10', validTo: '2026-06-12' }
  return {
    ...{ world, town },
    name: (naming = {}, by = town.people.takahashi) =>
      world.act(by, (ctx) => nameDelegate(ctx, { delegateId: town.people.tanaka, ...usual, ...naming })),
    headsOn: async (day, personId = town.people.tanaka) =>
      heads(await findActor(world.reader, personId, day), citizens),
    states: async (day) => (await listDelegations(world.reader, citizens, day)).map(({ state }) => state),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

let scene: Scene

beforeEach(async () => {
  scene = await opened()
  return () => scene[Symbol.asyncDispose]()
})

const moved = (line: Partial<AppointmentLine>): AppointmentLine => ({
  ...{ employeeNumber: '000003', departmentCode: '010100', postCode: 'chief', kind: 'main' },
  ...{ validFrom: '2024-04-01', validTo: '2026-06-10', ...line },
})

describe('a delegate 「代理」', () => {
  it('may what the head may from the first day to the last, beside the head, and keeps the own post', async () => {
    const { people } = scene.town
    await scene.name()
    const days = ['2026-06-09', '2026-06-10', '2026-06-12', '2026-06-13']
    expect(await Promise.all(days.map((day) => scene.headsOn(day)))).toEqual([false, true, true, false])
    expect(await scene.headsOn('2026-06-11', people.takahashi)).toBe(true)
    const delegate = await findActor(scene.world.reader, people.tanaka, '2026-06-11')
    expect(mainAppointment(delegate)).toMatchObject({ kind: 'main', postName: '主任' })
    expect(standingInWords(delegate)).toEqual([
      '市民課の所属長（髙橋　誠）の代理です。令和8年6月12日まで、その仕事も届きます。',
    ])
    expect(powersOf(delegate)).toContainEqual({
      may: '市民課への照会を受け付け、回答する',
      because: '市民課　課長（髙橋　誠の代理、令和8年6月12日まで）',
    })
  })

  it('may be the 次長 of the bureau, who belongs to the section then', async () => {
    const { people, departments } = scene.town
    await scene.name({ delegateId: people.nakamura })
    const on = async (day: string) =>
      belongsTo(await findActor(scene.world.reader, people.nakamura, day), departments.citizens)
    expect([await on('2026-06-09'), await on('2026-06-10')]).toEqual([false, true])
  })

  it('is chosen among the people of the department who do not head it, and the 次長', async () => {
    const choices = await listDelegateChoices(
      scene.world.reader,
      scene.town.departments.citizens,
      '2026-06-01',
    )
    expect(choices.map(({ name }) => name)).toEqual(['中村　恵', '田中　一郎', '鈴木　花子'])
  })

  it('loses the duties at once when it is ended, also before it began', async () => {
    const { world, town, name, headsOn, states } = scene
    const end = async () => {
      const all = await listDelegations(world.reader, town.departments.citizens, '2026-06-01')
      const delegation = all.find(({ state }) => state !== 'over') ?? all[0]
      await world.act(town.people.takahashi, (ctx) =>
        endDelegation(ctx, { delegationId: delegation?.id ?? 0 }),
      )
    }
    await name()
    expect(await states('2026-06-01')).toEqual(['coming'])
    await end()
    expect(await headsOn('2026-06-10')).toBe(false)
    await name({ validFrom: '2026-06-01' })
    expect(await headsOn('2026-06-01')).toBe(true)
    await end()
    expect(await headsOn('2026-06-01')).toBe(false)
    expect(await states('2026-06-01')).toEqual(['over', 'over'])
    await expect(end()).rejects.toThrow('もう終わっています')
  })

  it('loses them with the head who has moved on, and when moving on', async () => {
    const { world, name, headsOn, states } = scene
    await name()
    await world.act(0, (ctx) => importAppointments(ctx, [moved({})]))
    expect([await headsOn('2026-06-10'), await headsOn('2026-06-11')]).toEqual([true, false])
    expect(await states('2026-06-11')).toEqual(['lapsed'])

    await using other = await opened()
    await other.name()
    const mine = moved({ employeeNumber: '000002', postCode: 'senior' })
    await other.world.act(0, (ctx) => importAppointments(ctx, [mine]))
    expect([await other.headsOn('2026-06-10'), await other.headsOn('2026-06-11')]).toEqual([true, false])
  })

  it('and the head are told, whoever did not arrange it', async () => {
    const { world, town, name } = scene
    const toldTo = async (personId: number) =>
      (
        await world.reader
          .selectFrom('notifications')
          .select('text')
          .where('personId', '=', personId)
          .execute()
      ).map(({ text }) => text)
    await name({}, town.people.kobayashi)
    expect(await toldTo(town.people.tanaka)).toEqual([
      '6月10日から6月12日まで、所属長の代理をしてください：市民課',
    ])
    expect(await toldTo(town.people.takahashi)).toEqual([
      '6月10日から6月12日までの代理が決まりました：市民課',
    ])
    await name({ validFrom: '2026-07-01', validTo: '2026-07-02' })
    expect(await toldTo(town.people.takahashi)).toHaveLength(1)
    expect(await toldTo(town.people.tanaka)).toHaveLength(2)
  })
})

describe('naming a delegate is refused', () => {
  it.each<[string, (town: SmallTown) => Partial<Naming>, string]>([
    ['from yesterday', () => ({ validFrom: '2026-05-31' }), '今日以後'],
    ['for days in the wrong order', () => ({ validTo: '2026-06-09' }), '始まりの日より後'],
    ['for somebody elsewhere', ({ people }) => ({ delegateId: people.sato }), 'この所属の人か部の次長'],
    [
      'for the head of the bureau',
      ({ people }) => ({ delegateId: people.yamamoto }),
      'この所属の人か部の次長',
    ],
    ['for oneself', ({ people }) => ({ delegateId: people.takahashi }), '所属長とは別の人'],
  ])('%s', async (_, naming, sentence) => {
    await expect(scene.name(naming(scene.town))).rejects.toThrow(sentence)
  })

  it('for a second one at a time', async () => {
    const { people } = scene.town
    await scene.name()
    const second = { delegateId: people.suzuki, validFrom: '2026-06-12', validTo: '2026-06-20' }
    await expect(scene.name(second)).rejects.toThrow('もう代理の人が決まっています')
    await scene.name({ ...second, validFrom: '2026-06-13' })
    expect(await scene.states('2026-06-13')).toEqual(['running', 'over'])
  })

  it('to everybody but the head, the secretariat and the administrators; delegates do not pass it on', async () => {
    const { people } = scene.town
    await scene.name({ validFrom: '2026-06-01' })
    const later = { validFrom: '2026-07-01', validTo: '2026-07-02', delegateId: people.suzuki }
    for (const by of [people.tanaka, people.watanabe, people.yamamoto])
      await expect(scene.name(later, by)).rejects.toThrow('代理を決めることができるのは')
    await scene.name(later, people.yoshida)
    expect(await scene.states('2026-06-01')).toEqual(['coming', 'running'])
  })

  it('where nobody is head on that day', async () => {
    const { world, town, name } = scene
    await world.act(0, (ctx) => importAppointments(ctx, [moved({ validTo: '2026-06-30' })]))
    const july = { validFrom: '2026-07-01', validTo: '2026-07-02' }
    await expect(name(july)).rejects.toThrow('その日には、この所属の所属長ではありません')
    await expect(name(july, town.people.kobayashi)).rejects.toThrow('所属長がいない所属')
  })
})
