import { expect, it } from 'vitest'
import { dayOf, instantOf } from '../calendar'
import { outcomesOf } from '#tests/support/imports.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { applyImport } from './applying.server'
import { listAsTable } from './handing-out.server'
import { stepOf } from './import'
import { findImport } from './import-lookup.server'
import { columnsOf } from './list'
import { lackingColumns, type Mapping } from './mapping'
import { previewImport } from './previewing.server'
import { decodeText } from './table.server'
import { readHeadings, setMapping, uploadList } from './uploading.server'

/** As the personnel system of a town that nobody here has seen writes it: Windows, its own headings and columns, dirty. */
const file = [
  '通番,社員ｺｰﾄﾞ,名,ﾌﾘｶﾞﾅ,任用形態,備考',
  '1,"０００３０１","　髙﨑　守　",ﾀｶｻｷ ﾏﾓﾙ,正規職員,"異動希望\r\nなし"',
  '2,000302,"柳　""ゆう""子",,嘱託,',
  '',
  ' 3 , 000303 ,渡邊　栄,ワタナベ　サカエ,会計年度,',
]

/** The bytes of CP932, by asking the decoder about all of them. */
function cp932(text: string): Uint8Array {
  const decoder = new TextDecoder('shift_jis')
  const known = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && !known.has(character)) known.set(character, [lead, trail])
    }
  }
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) known.set(decoder.decode(Uint8Array.of(byte)), [byte])
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0
      return code < 0x80 ? [code] : (known.get(character) ?? [0x3f])
    }),
  )
}

/** Uploads it as the page does; where a column is not known, `said` is what a person chooses on the page of the headings. */
async function upload(world: TestWorld, by: number, lines: readonly string[], said?: Mapping) {
  const { text: content, encoding } = decodeText('職員.csv', cp932(lines.join('\r\n')))
  const { headings, mapping } = await readHeadings(world.reader, 'people', '職員.csv', content)
  const uploaded = { list: 'people', fileName: '職員.csv', encoding, content, mapping } as const
  const { importId } = await world.act(by, (ctx) => uploadList(ctx, uploaded))
  const lacking = lackingColumns(columnsOf.people, mapping)
  if (said) await world.act(by, (ctx) => setMapping(ctx, { importId, mapping: said, headings }))
  const run = <T>(command: Parameters<typeof world.act<T>>[1]) => world.act(by, command)
  if (said || lacking.length === 0) {
    await previewImport(world.reader, run, importId, dayOf(instantOf(world.now())))
  }
  return { importId, encoding, lacking, mapping }
}

it('the file of an unseen town goes in once somebody has said what its columns are, with a sentence for each fault', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  const first = await upload(world, people.yoshida, file)
  expect(first).toMatchObject({ encoding: 'Shift_JIS', lacking: ['職員番号', '氏名'] })
  expect(stepOf(await findImport(world.reader, first.importId), instantOf(world.now()))).toBe('mapping')

  const said: Mapping = {
    ...{ employeeNumber: { heading: 1 }, name: { heading: 2 }, kana: { heading: 3 } },
    employmentType: { heading: 4 },
  }
  const { importId } = await upload(world, people.yoshida, file, said)
  expect(await outcomesOf(world, importId)).toMatchObject({
    added: ['2 000301 髙﨑　守：新しい行です', '5 000303 渡邊　栄：新しい行です'],
    error: ['3 000302 柳　"ゆう"子：職の区分：「嘱託」は、正規、会計年度任用のどれでもありません'],
    changed: [],
  })
})

it('and the next one without asking, whole, with its leading zeros and characters, and once more without a change', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  const said: Mapping = {
    ...{ employeeNumber: { heading: 1 }, name: { heading: 2 }, kana: { heading: 3 } },
    employmentType: { heading: 4 },
  }
  await upload(world, people.yoshida, file, said)
  const mended = file.map((line) => line.replace('嘱託', '会計年度任用職員'))
  const { importId, lacking, mapping } = await upload(world, people.kobayashi, mended)
  expect([lacking, mapping]).toEqual([[], said])
  await world.act(people.kobayashi, (ctx) => applyImport(ctx, { importId, withoutErrors: 0, endMissing: 0 }))
  const rows = (await listAsTable(world.reader, 'people', 2026)).filter(([number]) =>
    number?.startsWith('0003'),
  )
  expect(rows).toEqual([
    ['000301', '髙﨑　守', 'ﾀｶｻｷ ﾏﾓﾙ', '', '正規'],
    ['000302', '柳　"ゆう"子', '', '', '会計年度任用'],
    ['000303', '渡邊　栄', 'ワタナベ　サカエ', '', '会計年度任用'],
  ])
  const again = await upload(world, people.kobayashi, mended)
  expect((await findImport(world.reader, again.importId)).counts).toMatchObject({
    ...{ added: 0, changed: 0, error: 0, unchanged: 3 },
  })
})
