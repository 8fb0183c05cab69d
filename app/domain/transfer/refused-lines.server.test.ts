import { expect, it } from 'vitest'
import { importDepartments } from '#app/domain/organisation/departments.server'
import { outcomesOf, upload } from '#tests/support/imports.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { applyImport } from './applying.server'
import { findImport, listErrorRows } from './import-lookup.server'

const section = { parentCode: '010000', kind: 'section' } as const

/** A section that has ended and one that is to come, besides those of the town. */
async function townOfAllTimes(world: TestWorld) {
  const town = await smallTown(world)
  await world.act(0, (ctx) =>
    importDepartments(ctx, [
      { ...section, code: '010110', name: '戸籍課', validFrom: '2015-04-01', validTo: '2025-03-31' },
      { ...section, code: '010120', name: '窓口課', validFrom: '2027-04-01', validTo: null },
    ]),
  )
  return town
}

/** Rows that each have another fault, with the sentence that says which; those without one are right. */
const lines: readonly (readonly [string, string?])[] = [
  ['000001,010200,clerk,兼務,2026-07-01,'],
  ['000002,010200,clerk,兼務', '列の数が見出しと違います（見出し6、この行4）'],
  [',010200,clerk,兼務,2026-07-01,', '職員番号：空欄です'],
  ['000777,010200,clerk,兼務,2026-07-01,', '職員番号「000777」の職員がいません'],
  ['000002,099999,clerk,兼務,2026-07-01,', '所属コード「099999」の所属がありません'],
  ['000002,010110,clerk,兼務,2026-07-01,', '戸籍課は2025-03-31に廃止された所属です'],
  ['000002,010120,clerk,兼務,2026-07-01,', '窓口課は2027-04-01に設置された所属です'],
  ['000002,010200,mayor,兼務,2026-07-01,', '職位コード「mayor」がありません'],
  ['000002,010200,clerk,応援,2026-07-01,', '「応援」は、本務、兼務、事務取扱のどれでもありません'],
  ['000002,010200,clerk,兼務,2026-13-45,', '「2026-13-45」は日付ではありません'],
  ['000002,010200,clerk,兼務,2026-07-01,2026-06-01', '終了日'],
  ['000001,010200,clerk,兼務,2026-07-01,', '2行目と同じものです'],
  ['000004,010200,senior,本務,2026-07-01,'],
  ['000004,010100,senior,本務,2026-08-01,', '本務が重なっています（2026-07-01からの010200）'],
  ['000�02,010200,clerk,兼務,2026-07-01,', '読めない文字（�）があります'],
]

it('a file with thirteen kinds of errors is refused line by line, and the database is untouched', async () => {
  await using world = await freshWorld()
  const town = await townOfAllTimes(world)
  const before = await everythingIn(world)
  const importId = await upload(world, town.people.yoshida, 'appointments', [
    '職員番号,所属コード,職位コード,発令の種類,発令日,終了日',
    ...lines.map(([line]) => line),
  ])
  const { error: errors = [], added } = await outcomesOf(world, importId)
  const said = new Map(errors.map((line) => [Number(line.split(' ')[0]), line]))
  const wrong = lines.flatMap(([, sentence], place) => (sentence ? [[place + 2, sentence] as const] : []))
  expect(wrong).toHaveLength(13)
  for (const [row, sentence] of wrong) expect(said.get(row), `row ${row}`).toContain(sentence)
  expect(new Set(wrong.map(([, sentence]) => sentence)).size).toBe(wrong.length)
  expect([...said.keys()]).toEqual(wrong.map(([row]) => row))
  expect(added).toHaveLength(2)
  expect((await findImport(world.reader, importId)).counts).toMatchObject({ error: 13, added: 2 })
  expect(await everythingIn(world)).toEqual(before)

  const applying = world.act(town.people.yoshida, (ctx) =>
    applyImport(ctx, { importId, withoutErrors: 0, endMissing: 0 }),
  )
  await expect(applying).rejects.toThrow('エラーの行があります')
  expect(await everythingIn(world)).toEqual(before)

  const [headings, ...rows] = await listErrorRows(world.reader, importId)
  expect(headings?.[0]).toBe('理由')
  expect(rows.map(([reason]) => reason !== '')).toEqual(wrong.map(() => true))
})

/** Every row of every table but those of the import itself. */
async function everythingIn(world: TestWorld): Promise<Record<string, string[]>> {
  const tables = await world.reader.introspection.getTables()
  const named = tables
    .map(({ name }) => name)
    .filter((name) => !/^(sqlite_|kysely_|improvementIndex|imports$|importLines$)/.test(name))
  const rows = await Promise.all(
    named.map(async (name) => {
      const found = await world.reader
        .selectFrom(name as 'people')
        .selectAll()
        .execute()
      return [name, found.map((row) => JSON.stringify(row)).toSorted()] as const
    }),
  )
  return Object.fromEntries(rows)
}
