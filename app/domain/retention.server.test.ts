import { expect, it } from 'vitest'
import { bringIn } from '#tests/support/imports.server'
import { accepted, drafted } from '#tests/support/proposals.server'
import { smallTown } from '#tests/support/town.server'
import { attached, filesForEachTest } from '#tests/support/uploads.server'
import { freshWorld } from '#tests/support/world.server'
import { submitProposal } from './proposals/submission.server'
import { withdrawProposal } from './proposals/withdrawal.server'
import { findContent, findImport } from './transfer/import-lookup.server'
import { setRetention } from './organisation/retention-rules.server'
import { disposeOf, listRetention } from './retention.server'

const files = filesForEachTest()
const file = '職員番号,氏名,かな\r\n000099,新人　三,\r\n'

async function story() {
  const world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  await accepted(world, town)
  const importId = await bringIn(world, town.people.yoshida, 'people', file)
  return { world, town, importId, [Symbol.asyncDispose]: () => world.close() }
}

it('keeps each kind for its years from the April after, and then lets go of it, never of the log', async () => {
  await using told = await story()
  const { world, importId, town } = told
  const { yoshida } = town.people
  expect((await listRetention(world.reader, '2028-03-31')).map(({ past }) => past)).toEqual([0, 0, 0])

  world.at('2028-04-01T09:00:00+09:00')
  const imports = { what: 'imports', before: '2027-04-01' } as const
  expect(await listRetention(world.reader, '2028-04-01')).toContainEqual({ ...imports, years: 1, past: 1 })
  const events = () => world.reader.selectFrom('events').select('seq').execute()
  const before = (await events()).length
  expect(await world.act(yoshida, (ctx) => disposeOf(ctx, imports))).toEqual({ count: 1 })
  expect(await findContent(world.reader, importId)).toBe('')
  expect(await findImport(world.reader, importId)).toMatchObject({ list: 'people' })
  expect(await events()).toHaveLength(before + 1)
  await expect(world.act(yoshida, (ctx) => disposeOf(ctx, imports))).rejects.toThrow('もうありません')
})

it('lets go of nothing that was not checked, and only where an administrator says so', async () => {
  await using told = await story()
  const { world, town } = told
  const { yoshida, kobayashi } = town.people
  world.at('2028-04-01T09:00:00+09:00')
  await world.act(yoshida, (ctx) => setRetention(ctx, { notifications: 1, imports: 5, withdrawnFiles: 5 }))
  const imports = { what: 'imports', before: '2027-04-01' } as const
  await expect(world.act(yoshida, (ctx) => disposeOf(ctx, imports))).rejects.toThrow('保存期間が変わった')
  const notifications = { what: 'notifications', before: '2027-04-01' } as const
  await expect(world.act(kobayashi, (ctx) => disposeOf(ctx, notifications))).rejects.toThrow('管理者')
  const { count } = await world.act(yoshida, (ctx) => disposeOf(ctx, notifications))
  expect(count).toBeGreaterThan(0)
  expect(await world.reader.selectFrom('notifications').select('id').execute()).toEqual([])
})

it('lets go of the photos of what was withdrawn years ago, and of no other', async () => {
  await using told = await story()
  const { world, town } = told
  const { sato, yoshida } = town.people
  const attachTo = (proposalId: number) =>
    attached(world, { files: files.path, by: sato, subject: { proposalId } })
  const [gone, going] = [await drafted(world, town), await drafted(world, town)]
  await attachTo(gone)
  const kept = await attachTo(going)
  for (const proposalId of [gone, going])
    await world.act(sato, (ctx) => submitProposal(ctx, { proposalId, version: 1 }))
  await world.act(sato, (ctx) => withdrawProposal(ctx, { proposalId: gone, reason: '' }))

  world.at('2032-03-31T09:00:00+09:00')
  expect(await listRetention(world.reader, '2032-03-31')).toContainEqual(
    expect.objectContaining({ what: 'withdrawnFiles', years: 5, past: 0 }),
  )
  world.at('2032-04-01T09:00:00+09:00')
  const asked = { what: 'withdrawnFiles', before: '2027-04-01' } as const
  expect(await world.act(yoshida, (ctx) => disposeOf(ctx, asked))).toEqual({ count: 1 })
  const left = await world.reader.selectFrom('attachments').select('id').execute()
  expect(left).toEqual([{ id: kept }])
  const proposals = await world.reader.selectFrom('proposals').select('id').where('id', '=', gone).execute()
  expect(proposals).toHaveLength(1)
})
