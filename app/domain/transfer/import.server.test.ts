import { expect, it } from 'vitest'
import { linkSubject } from '../accounts/linking.server'
import { startSession } from '../accounts/sessions.server'
import { instantOf, laterBy } from '../calendar'
import { RuleBroken } from '../errors'
import { mainAppointment } from '../organisation/actor'
import { findActor } from '../organisation/actor.server'
import { listGaps } from '../organisation/gaps.server'
import { openAccounts } from '#tests/support/accounts.server'
import { bringIn, outcomesOf, upload } from '#tests/support/imports.server'
import { fresh, planned, schedule } from '#tests/support/reorganisations.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { applyImport } from './applying.server'
import { findImport, listPreviewLines } from './import-lookup.server'
import { importerOf } from './importers.server'
import { columnsOf, importedLists } from './list'
import { listAsTable } from './handing-out.server'
import { undoImport } from './undoing.server'

const people = '職員番号,氏名,かな\r\n'

async function nameOf(world: Awaited<ReturnType<typeof freshWorld>>, employeeNumber: string) {
  const row = await world.reader
    .selectFrom('people')
    .select('name')
    .where('employeeNumber', '=', employeeNumber)
    .executeTakeFirst()
  return row?.name
}

it('a preview says row by row what would happen, and changes nothing', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await openAccounts(world, town.people.tanaka)
  const importId = await upload(world, town.people.yoshida, 'people', [
    ...['職員番号,氏名,かな', '０００００１,鈴木　花子,すずき　はなこ', '000003,髙橋　亘,たかはし　わたる'],
    ...['000099,𠮷野󠄀　𣘺夫,', ',名無し,', '000001,鈴木,'],
  ])
  expect(await outcomesOf(world, importId)).toEqual({
    unchanged: ['2 000001 鈴木　花子：'],
    changed: ['3 000003 髙橋　亘：氏名：髙橋　誠 → 髙橋　亘、かな：たかはし　まこと → たかはし　わたる'],
    added: ['4 000099 𠮷野󠄀　𣘺夫：新しい行です'],
    error: ['5 名無し：職員番号：空欄です', '6 000001 鈴木：2行目と同じものです'],
    missing: ['- 000002 田中　一郎：利用を停止します'],
  })
  expect(await nameOf(world, '000099')).toBeUndefined()
})

it('what was previewed is brought in whole, and taken back whole', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const lines = `${people}000003,髙橋　亘,たかはし　わたる\r\n000099,新人　三,\r\n`
  const importId = await bringIn(world, town.people.yoshida, 'people', lines)
  expect([await nameOf(world, '000003'), await nameOf(world, '000099')]).toEqual(['髙橋　亘', '新人　三'])

  world.at('2026-06-30T09:00:00+09:00')
  await world.act(town.people.yoshida, (ctx) => undoImport(ctx, { importId }))
  expect([await nameOf(world, '000003'), await nameOf(world, '000099')]).toEqual(['髙橋　誠', undefined])
})

it('a row with an error keeps all out, unless that is meant', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const lines = `${people}000003,髙橋　亘,\r\n,名無し,\r\n`
  const importId = await upload(world, town.people.yoshida, 'people', lines)
  const apply = (withoutErrors: 0 | 1) =>
    world.act(town.people.yoshida, (ctx) => applyImport(ctx, { importId, withoutErrors, endMissing: 0 }))
  await expect(apply(0)).rejects.toThrow('エラーの行があります')
  expect(await nameOf(world, '000003')).toBe('髙橋　誠')
  await apply(1)
  expect(await nameOf(world, '000003')).toBe('髙橋　亘')
})

it('a preview that the town has overtaken is not applied', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const importId = await upload(world, town.people.yoshida, 'people', `${people}000003,髙橋　亘,\r\n`)
  await bringIn(world, town.people.yoshida, 'people', `${people}000003,髙橋　真,\r\n`)
  const applying = world.act(town.people.yoshida, (ctx) =>
    applyImport(ctx, { importId, withoutErrors: 0, endMissing: 0 }),
  )
  await expect(applying).rejects.toMatchObject({ name: 'ChangedMeanwhile' })
  expect(await nameOf(world, '000003')).toBe('髙橋　真')
})

it('an import is not taken back once something depends on it, or after 30 days', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const added = await bringIn(world, town.people.yoshida, 'people', `${people}000099,新人　三,\r\n`)
  await bringIn(
    ...([world, town.people.yoshida, 'appointments'] as const),
    '職員番号,所属コード,職位コード,発令の種類,発令日\n000099,010100,clerk,本務,R8.7.1\n',
  )
  const undo = (importId: number) => world.act(town.people.yoshida, (ctx) => undoImport(ctx, { importId }))
  await expect(undo(added)).rejects.toThrow('もう使われているため')
  expect(await nameOf(world, '000099')).toBe('新人　三')

  const changed = await bringIn(world, town.people.yoshida, 'people', `${people}000003,髙橋　亘,\r\n`)
  world.at('2026-07-02T09:00:00+09:00')
  await expect(undo(changed)).rejects.toThrow('30日')
})

it('an import is not taken back over a later change', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const first = await bringIn(world, town.people.yoshida, 'people', `${people}000003,髙橋　亘,\r\n`)
  await bringIn(world, town.people.yoshida, 'people', `${people}000003,髙橋　真,\r\n`)
  const undoing = world.act(town.people.yoshida, (ctx) => undoImport(ctx, { importId: first }))
  await expect(undoing).rejects.toThrow('そのあとに変わった行')
})

it('silence of the file ends nothing but when it is ticked; then the predecessor goes, the day before the new post', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await openAccounts(world, town.people.suzuki)
  const session = { token: 'a'.repeat(40), personId: town.people.suzuki, createdAt: instantOf(world.now()) }
  await startSession(world.writer, { ...session, expiresAt: laterBy(session.createdAt, 3_600_000) })
  const all = await listAsTable(world.reader, 'appointments', 2026)
  const moved = all.map((row) =>
    row[0] === '000001' ? ['000001', '010200', 'clerk', '本務', '2026-05-20', ''] : row,
  )
  const file = moved.map((row) => row.join(',')).join('\r\n')
  const places = () =>
    world.reader
      .selectFrom('appointments')
      .select(['departmentId', 'validFrom', 'validTo'])
      .where('personId', '=', town.people.suzuki)
      .orderBy('validFrom')
      .execute()

  const importId = await upload(world, town.people.yoshida, 'appointments', file)
  expect((await findImport(world.reader, importId)).counts).toMatchObject({ added: 1, missing: 1, error: 0 })
  await world.act(town.people.yoshida, (ctx) =>
    applyImport(ctx, { importId, withoutErrors: 0, endMissing: 1 }),
  )
  const before = { departmentId: town.departments.citizens, validFrom: '2024-04-01' }
  const after = { departmentId: town.departments.tax, validFrom: '2026-05-20', validTo: null }
  expect(await places()).toEqual([{ ...before, validTo: '2026-05-19' }, after])
  expect(await world.reader.selectFrom('sessions').select('personId').execute()).toEqual([])

  await world.act(town.people.yoshida, (ctx) => undoImport(ctx, { importId }))
  expect(await places()).toEqual([{ ...before, validTo: null }])
})

it.each(importedLists)('the list %s, handed out and brought in again, changes nothing', async (list) => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { suzuki: personId, yoshida } = town.people
  const linking = { personId, issuer: 'https://login.example/town', subject: 'Suzuki-01' }
  await world.act(yoshida, (ctx) => linkSubject(ctx, linking))
  const rows = await listAsTable(world.reader, list, 2026)
  const file = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')
  const importId = await upload(world, yoshida, list, file)
  const { counts } = await findImport(world.reader, importId)
  expect(counts).toEqual({ added: 0, changed: 0, missing: 0, error: 0, unchanged: rows.length - 1 })
  expect(rows.length).toBeGreaterThan(1)
})

it.each(importedLists)('every column of %s has an example that can be read', async (list) => {
  const examples = Object.values(columnsOf[list]).filter(({ example }) => example !== '')
  expect(examples.filter(({ example, read }) => !('value' in read(example)))).toEqual([])
  expect(importerOf(list)).toBeDefined()
})

it('lists are brought in by the secretariat and the administrators only', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await expect(upload(world, town.people.suzuki, 'people', people)).rejects.toThrow('事務局とシステム管理者')
})

it('a file whose quotation marks do not match is refused as a whole', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const broken = upload(world, town.people.yoshida, 'people', `${people}000001,"鈴木\r\n`)
  await expect(broken).rejects.toThrow(RuleBroken)
  expect(await listPreviewLines(world.reader, 1, 'added')).toEqual([])
})

it('who keeps the lists stops no accounts by a file that leaves people out', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await openAccounts(world, town.people.yoshida)
  const importId = await upload(world, town.people.kobayashi, 'people', `${people}000003,髙橋　亘,\r\n`)
  const apply = (by: number) =>
    world.act(by, (ctx) => applyImport(ctx, { importId, withoutErrors: 0, endMissing: 1 }))
  await expect(apply(town.people.kobayashi)).rejects.toMatchObject({ name: 'NotPermitted' })
  expect(await nameOf(world, '000003')).toBe('髙橋　誠')

  await apply(town.people.yoshida)
  const stopped = await world.reader.selectFrom('accounts').select('disabledAt').execute()
  expect(stopped.map(({ disabledAt }) => disabledAt === null)).toEqual([false])
})

it('a transfer of the day on which a section is renamed overrules going along, when it is ticked; a leaver stays behind', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { suzuki, tanaka, takahashi, yoshida } = town.people
  const planId = await planned(world, yoshida, '2027-04-01', [
    { kind: 'rename', formerIds: [town.departments.citizens], laters: [fresh('010900', '窓口課', '010000')] },
  ])
  await schedule(world, yoshida, planId)
  const rows = await listAsTable(world.reader, 'appointments', 2026)
  // The personnel system knows of 鈴木's transfer and of 田中's leaving; all others go along.
  const known = rows.filter((row) => !(['000001', '000002'].includes(row[0] ?? '') && row[1] === '010900'))
  const file = [...known, ['000001', '010200', 'clerk', '本務', '2027-04-01', '']]
  const importId = await upload(
    ...([world, yoshida, 'appointments'] as const),
    file.map((row) => row.join(',')).join('\r\n'),
  )
  const { missing } = await outcomesOf(world, importId)
  expect(missing?.map((line) => line.split('（')[0])).toEqual([
    '- 000001 鈴木　花子　窓口課 主事',
    '- 000002 田中　一郎　窓口課 主任',
  ])
  expect(missing?.[0]).toContain('2027-04-01からの発令を取り消します')
  const sections = async (day: string) =>
    Promise.all(
      [suzuki, tanaka, takahashi].map(
        async (id) => mainAppointment(await findActor(world.reader, id, day))?.departmentName,
      ),
    )
  await world.act(yoshida, (ctx) => applyImport(ctx, { importId, withoutErrors: 0, endMissing: 1 }))
  expect(await sections('2027-03-31')).toEqual(['市民課', '市民課', '市民課'])
  expect(await sections('2027-04-01')).toEqual(['税務課', undefined, '窓口課'])
  expect((await listGaps(world.reader, '2027-04-01')).twoMains).toEqual([])

  await world.act(yoshida, (ctx) => undoImport(ctx, { importId }))
  expect(await sections('2027-04-01')).toEqual(['窓口課', '窓口課', '窓口課'])
})
