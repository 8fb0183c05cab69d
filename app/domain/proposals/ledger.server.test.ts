import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, awaitingCommittee, considerationsOf } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listLateDepartments, listLedger } from './ledger.server'

it('finds what departments should have answered, and names those that are late', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const late = await accepted(world, town, { title: '期限を過ぎた提案' })
  await awaitingCommittee(world, town, { title: '答えのそろった提案' })
  const asked = await considerationsOf(world, late)
  await answer(world, town.people.takahashi, asked.get(town.departments.citizens) ?? 0)

  const secretary = await findActor(world.reader, town.people.kobayashi, '2026-06-16')
  const lateOn = async (day: string) =>
    (await listLedger(world.reader, secretary, { fiscalYear: 2027, lateOn: day })).rows.map(({ id }) => id)
  expect(await lateOn('2026-06-15')).toEqual([])
  expect(await lateOn('2026-06-16')).toEqual([late])
  const names = await listLateDepartments(world.reader, secretary, [late], '2026-06-16')
  expect(names.get(late)).toEqual(['税務課'])
})
