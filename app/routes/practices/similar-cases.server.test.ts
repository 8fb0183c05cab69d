import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { emptyContent } from '#app/domain/practices/content'
import { paths } from '#app/web/paths'
import { confirmed } from '#tests/support/practices.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listShownCases } from './similar-cases.server'

async function shelf() {
  const world = await freshWorld()
  const town = await smallTown(world)
  await confirmed(world, town)
  const { id: improvementId } = await world.reader
    .selectFrom('improvements')
    .select('id')
    .executeTakeFirstOrThrow()
  const shown = async (name: PersonName, originId: number | null = null) => {
    const actor = await findActor(world.reader, town.people[name], '2026-06-01')
    const content = { ...emptyContent, title: '窓口に番号札を置いた' }
    return listShownCases(world.reader, actor, { id: 77, content, originId })
  }
  return { improvementId, shown, [Symbol.asyncDispose]: () => world.close() }
}

it('offers to say that another department’s improvement was copied, with the report that is written', async () => {
  await using told = await shelf()
  expect(await told.shown('sato')).toMatchObject([
    {
      href: paths.improvement(told.improvementId),
      deed: { href: `/improvements/${told.improvementId}/spread?report=77` },
      isOwnDepartments: false,
    },
  ])
})

it('shows one’s own department what it reported itself, without a way to copy it', async () => {
  await using told = await shelf()
  expect(await told.shown('tanaka')).toMatchObject([{ isOwnDepartments: true, deed: undefined }])
})

it('shows nothing of what the report copies already', async () => {
  await using told = await shelf()
  expect(await told.shown('sato', told.improvementId)).toEqual([])
})
