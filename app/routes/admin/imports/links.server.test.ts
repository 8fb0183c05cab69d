import { expect, it } from 'vitest'
import { linkSubject } from '#app/domain/accounts/linking.server'
import { bringIn } from '#tests/support/imports.server'
import { call } from '#tests/access/calling.server'
import { castParts, type Part, signAllIn } from '#tests/access/parts.server'
import type { Run } from '#tests/access/site'
import { deadProvider } from '#tests/support/dead-provider'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { loader as showImport } from './import'
import { loader as showImports } from './imports'
import { loader as handOut } from './list-csv'
import { loader as begin } from './new'

const list = '?list=subjectLinks'
const issuer = deadProvider.issuer.href

async function story() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const players = await castParts(world, town)
  await signAllIn(world, players)
  const linking = { personId: town.people.suzuki, issuer, subject: 'suzuki' }
  await world.act(players.administrator, (ctx) => linkSubject(ctx, linking))
  const file = `職員番号,sub,iss\r\n000003,takahashi,${issuer}\r\n`
  const importId = await bringIn(world, players.administrator, 'subjectLinks', file)
  const get = (path: string, run: unknown, as: Part, query = '', params = {}) =>
    call(world, { name: path, method: 'GET', path, run: run as Run }, { as, query, params })
  return { get, importId: String(importId), [Symbol.asyncDispose]: () => world.close() }
}

it('offers and hands out the links to administrators, in the columns in which they are brought in', async () => {
  await using told = await story()
  const { get, importId } = told
  expect((await get('/admin/imports', showImports, 'administrator')).text).toContain('subjectLinks')
  expect(await get('/admin/imports/new', begin, 'administrator', list)).toMatchObject({ status: 200 })
  const { text } = await get('/admin/imports/list', handOut, 'administrator', list)
  expect(text).toContain('"職員番号","利用者ID","認証基盤"')
  expect(text).toContain(`"000001","suzuki","${issuer}"`)
  const shown = await get('/admin/imports/:id', showImport, 'administrator', '', { id: importId })
  expect(shown.status).toBe(200)
})

it('has no word of them for the secretariat', async () => {
  await using told = await story()
  const { get, importId } = told
  const seen = await get('/admin/imports', showImports, 'secretariat')
  expect(seen.status).toBe(200)
  expect(seen.text).not.toContain('subjectLinks')
  expect((await get('/admin/imports/new', begin, 'secretariat', list)).status).toBe(404)
  expect((await get('/admin/imports/list', handOut, 'secretariat', list)).status).toBe(404)
  const hidden = await get('/admin/imports/:id', showImport, 'secretariat', '', { id: importId })
  expect(hidden.status).toBe(404)
})
