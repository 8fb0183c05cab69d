import { expect, it } from 'vitest'
import { findContent, findImport, listPreviewLines } from '#app/domain/transfer/import-lookup.server'
import { stepOf } from '#app/domain/transfer/import'
import { bringIn, upload } from '#tests/support/imports.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { forgetImports } from './forget-imports.server'

const file = (number: string) => `職員番号,氏名,かな\r\n${number},新人　三,\r\n`

it('a list that nobody applied is forgotten after thirty days; what was applied stays', async () => {
  await using world = await freshWorld('2026-06-01T09:00:00+09:00')
  const { people } = await smallTown(world)
  const waiting = await upload(world, people.yoshida, 'people', file('000097'))
  const applied = await bringIn(world, people.yoshida, 'people', file('000098'))
  const { run } = forgetImports(world)

  world.at('2026-07-01T09:00:00+09:00')
  await run()
  expect(await listPreviewLines(world.reader, waiting, 'added')).toHaveLength(1)

  world.at('2026-07-01T09:00:01+09:00')
  await run()
  await run()
  expect(await findContent(world.reader, waiting)).toBe('')
  expect(await listPreviewLines(world.reader, waiting, 'added')).toEqual([])
  expect(stepOf(await findImport(world.reader, waiting), '2026-07-01T00:00:01.000Z')).toBe('discarded')
  expect(await listPreviewLines(world.reader, applied, 'added')).toHaveLength(1)
})
