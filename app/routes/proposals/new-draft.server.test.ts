import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { findContent } from '#app/domain/proposals/content.server'
import { listMyProposals } from '#app/domain/proposals/listing.server'
import { useConnections } from '#app/web/connections.server'
import { perform } from '#app/web/perform.server'
import type { VerbArgs } from '#app/web/verb.server'
import { contentIn } from '#tests/support/proposals.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { keepNewDraft } from './new-draft.server'

const passed = { requestId: 'r1', clientAddress: '127.0.0.1' }

async function desk() {
  const world = await freshWorld()
  const names = await smallTown(world)
  useConnections({ ...world, secureCookies: false, sample: false, contact: '' })
  const person = names.people.sato
  const page: Pick<VerbArgs, 'perform'> = {
    perform: (form, command) => perform(person, passed, form, command),
  }
  const save = (version: number, title: string, key = 'the page’s key') =>
    keepNewDraft(page, { key, version }, contentIn(names, { title }))
  const mine = async () => listMyProposals(world.reader, await findActor(world.reader, person, '2026-06-01'))
  return { world, save, mine }
}

it('makes one draft of a page, however often it is saved from there', async () => {
  const { world, save, mine } = await desk()
  const first = await save(0, '番号')
  const second = await save(1, '番号札')
  const third = await save(2, '番号札を置く')
  const { drafts } = await mine()
  expect(drafts).toHaveLength(1)
  const proposalId = drafts[0]?.id ?? 0
  expect([first, second, third]).toEqual(
    [1, 2, 3].map((version) => ({ ok: true, value: { proposalId, version } })),
  )
  expect((await findContent(world.reader, proposalId)).content.title).toBe('番号札を置く')
  await world.close()
})

it('takes a second press of the button for the same save, and loses nothing that was changed in between', async () => {
  const { world, save, mine } = await desk()
  expect(await save(0, '番号札')).toEqual(await save(0, '番号札'))
  await save(1, '番号札を置く')
  const late = await save(0, '整理券')
  expect(late).toMatchObject({ ok: false, error: { theirs: { title: '番号札を置く', version: '2' } } })
  expect((await mine()).drafts).toHaveLength(1)
  await world.close()
})

it('makes another draft of another page', async () => {
  const { world, save, mine } = await desk()
  await save(0, '番号札', 'one page')
  await save(0, '番号札', 'another page')
  expect((await mine()).drafts).toHaveLength(2)
  await world.close()
})
