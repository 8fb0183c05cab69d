import { describe, expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findDepartment, listDepartments, listMembers } from './departments-lookup.server'
import { editDepartment, registerDepartment } from './keeping-departments.server'

async function opened() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const byAdministrator = <T>(command: Parameters<typeof world.act<T>>[1]) =>
    world.act(town.people.yoshida, command)
  return {
    ...{ world, town, byAdministrator },
    section: {
      ...{ code: '010900', name: '窓口課', kind: 'section' as const },
      ...{ parentId: town.departments.civic, validFrom: '2027-04-01' },
    },
    namesOf: async (asked: Parameters<typeof listDepartments>[1], day = '2026-06-01') =>
      (await listDepartments(world.reader, asked, day)).rows.map(({ name }) => name),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

describe('departments are found', () => {
  it('by name and code, those of the day, each with its bureau and its head', async () => {
    await using scene = await opened()
    expect(await scene.namesOf({ text: '税務' })).toEqual(['税務課'])
    expect(await scene.namesOf({ text: '0101' })).toEqual(['市民課'])
    expect(await scene.namesOf({ filter: 'withoutHead' })).toEqual(['総務課', '行政改革課', '福祉部'])
    const { rows } = await listDepartments(scene.world.reader, { text: '市民課' }, '2026-06-01')
    expect(rows).toMatchObject([{ bureauName: '市民部', headName: '髙橋　誠' }])
  })

  it('with their people by rank', async () => {
    await using scene = await opened()
    const members = await listMembers(scene.world.reader, scene.town.departments.citizens, '2026-06-01')
    expect(members.map(({ name }) => name)).toEqual(['髙橋　誠', '田中　一郎', '鈴木　花子'])
  })
})

describe('a department', () => {
  it('is there from its first day on, and keeps it when its name is put right', async () => {
    await using scene = await opened()
    const { byAdministrator, namesOf, section } = scene
    const { departmentId } = await byAdministrator((ctx) => registerDepartment(ctx, section))
    expect(await namesOf({ text: '窓口' })).toEqual([])
    expect(await namesOf({ text: '窓口', filter: 'coming' })).toEqual(['窓口課'])
    expect(await namesOf({ text: '窓口' }, '2027-04-01')).toEqual(['窓口課'])
    const { parentId } = section
    await byAdministrator((ctx) => editDepartment(ctx, { departmentId, name: '市民窓口課', parentId }))
    expect(await findDepartment(scene.world.reader, departmentId, '2026-06-01')).toMatchObject({
      ...{ code: '010900', name: '市民窓口課', validFrom: '2027-04-01', bureauName: '市民部' },
    })
  })

  it('has a code of its own, and a bureau that is there where it is a section', async () => {
    await using scene = await opened()
    const { byAdministrator, section, town } = scene
    const register = (change: Partial<typeof section> | { kind: 'bureau' } | { parentId: null }) =>
      byAdministrator((ctx) => registerDepartment(ctx, { ...section, ...change }))
    await expect(register({ code: '010100' })).rejects.toThrow('もう登録されています')
    await expect(register({ parentId: null })).rejects.toThrow('課の部を選んでください')
    await expect(register({ parentId: town.departments.tax })).rejects.toThrow('部を一覧から')
    await expect(register({ kind: 'bureau' })).rejects.toThrow('ほかの部の下に置けません')
    const { tax, welfare } = town.departments
    await expect(
      byAdministrator((ctx) => editDepartment(ctx, { departmentId: tax, name: '税務課', parentId: welfare })),
    ).rejects.toThrow('部を一覧から')
    await expect(
      scene.world.act(town.people.takahashi, (ctx) => registerDepartment(ctx, section)),
    ).rejects.toThrow('事務局とシステム管理者')
  })
})
