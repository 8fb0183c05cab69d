import { expect, it } from 'vitest'
import { findLinkOf, linkSubject } from '../accounts/linking.server'
import { startSession } from '../accounts/sessions.server'
import { instantOf, laterBy } from '../calendar'
import { openAccounts } from '#tests/support/accounts.server'
import { bringIn, outcomesOf, upload } from '#tests/support/imports.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { guessMapping } from './mapping'
import { columnsOf } from './list'
import { ofProvider } from './lists/subject-links'
import { undoImport } from './undoing.server'

const issuer = 'https://login.example/town'
const headings = '社員番号,オブジェクトID,issuer'

/** 鈴木 and 田中 are linked. */
async function story() {
  const world = await freshWorld()
  const { people } = await smallTown(world)
  await openAccounts(world, people.suzuki, people.yoshida)
  const link = (personId: number, subject: string) =>
    world.act(people.yoshida, (ctx) => linkSubject(ctx, { personId, issuer, subject }))
  await link(people.suzuki, 'suzuki')
  await link(people.tanaka, 'tanaka')
  const subjectOf = async (personId: number) => (await findLinkOf(world.reader, personId))?.subject
  const lines = (...rows: string[]) => [headings, ...rows.map((row) => `${row},${issuer}`)]
  return { world, people, subjectOf, lines, [Symbol.asyncDispose]: () => world.close() }
}

it('says row by row what would become of whom, with a sentence for what cannot be', async () => {
  await using told = await story()
  const { world, people, lines } = told
  const importId = await upload(world, people.yoshida, 'subjectLinks', [
    ...lines('０００００１,suzuki', '000003,takahashi', '000004,SUZUKI', '000005,鈴木', '000099,nobody'),
    ...lines('000006,twice', '000007,twice', '000008,tanaka').slice(1),
  ])
  expect(await outcomesOf(world, importId)).toEqual({
    unchanged: ['2 000001 鈴木　花子：'],
    changed: [],
    added: ['3 000003 髙橋　誠：新しい行です', '4 000004 佐藤　由美：新しい行です'],
    error: [
      '5 000005 https://login.example/town：利用者ID：「鈴木」は、半角の英数字と記号ではありません',
      '6 000099：職員番号「000099」の職員がいません',
      '7 000006 山本　隆：利用者ID「twice」が、000007の行にもあります',
      '8 000007 中村　恵：利用者ID「twice」が、000006の行にもあります',
      '9 000008 伊藤　学：利用者ID「tanaka」は、000002 田中　一郎にひも付いています',
    ],
    missing: [],
  })
  expect(await told.subjectOf(people.takahashi)).toBeUndefined()
})

it('links, changes and exchanges all or nothing, ends the sessions of the changed, and is taken back', async () => {
  await using told = await story()
  const { world, people, lines, subjectOf } = told
  const { suzuki, tanaka, takahashi, yoshida } = people
  const session = { token: 'a'.repeat(40), personId: suzuki, createdAt: instantOf(world.now()) }
  await startSession(world.writer, { ...session, expiresAt: laterBy(session.createdAt, 3_600_000) })
  const file = lines('000001,tanaka', '000002,suzuki', '000003,takahashi')
  const importId = await bringIn(world, yoshida, 'subjectLinks', file)
  expect(await Promise.all([suzuki, tanaka, takahashi].map(subjectOf))).toEqual([
    'tanaka',
    'suzuki',
    'takahashi',
  ])
  expect(await world.reader.selectFrom('sessions').select('personId').execute()).toEqual([])
  const accounts = await world.reader.selectFrom('accounts').select('personId').execute()
  expect(accounts.map(({ personId }) => personId)).toContain(takahashi)

  await world.act(yoshida, (ctx) => undoImport(ctx, { importId }))
  expect(await Promise.all([suzuki, tanaka, takahashi].map(subjectOf))).toEqual([
    'suzuki',
    'tanaka',
    undefined,
  ])
})

it('is for administrators alone, from the file to taking it back', async () => {
  await using told = await story()
  const { world, people, lines } = told
  const file = lines('000003,takahashi')
  const refused = 'システム管理者です'
  await expect(upload(world, people.kobayashi, 'subjectLinks', file)).rejects.toThrow(refused)
  const importId = await bringIn(world, people.yoshida, 'subjectLinks', file)
  const undoing = world.act(people.kobayashi, (ctx) => undoImport(ctx, { importId }))
  await expect(undoing).rejects.toThrow(refused)
  expect(await told.subjectOf(people.takahashi)).toBe('takahashi')
})

it('is about the provider in use where the file names none', () => {
  const columns = columnsOf.subjectLinks
  const without = guessMapping(
    columns,
    ['職員番号', 'oid'],
    [{ columnName: 'issuer', heading: null, fixed: 'https://former.example' }],
  )
  expect(ofProvider(without, issuer)).toEqual({
    ...{ employeeNumber: { heading: 0 }, subject: { heading: 1 }, issuer: { fixed: issuer } },
  })
  const named = guessMapping(columns, ['職員番号', 'oid', 'iss'])
  expect(ofProvider(named, issuer)).toEqual(named)
})
