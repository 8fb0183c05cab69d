import { expect, it } from 'vitest'
import { openAccounts } from '#tests/support/accounts.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { appointPerson } from './appointing.server'
import { importAppointments } from './appointments.server'
import { listGaps } from './gaps.server'

it('tells in March what will be missing on 1 April', async () => {
  await using world = await freshWorld('2027-03-10T09:00:00+09:00')
  const town = await smallTown(world)
  await openAccounts(world, town.people.watanabe)
  const before = await listGaps(world.reader, '2027-03-31')
  await world.act(town.people.yoshida, (ctx) =>
    importAppointments(ctx, [
      {
        ...{ employeeNumber: '000005', departmentCode: '010200', postCode: 'chief', kind: 'main' },
        ...{ validFrom: '2024-04-01', validTo: '2027-03-31' },
      },
    ]),
  )
  const after = await listGaps(world.reader, '2027-04-01')
  const names = (gaps: typeof after) => gaps.withoutHead.map(({ name }) => name)
  expect(names(after).filter((name) => !names(before).includes(name))).toEqual(['税務課'])
  expect(after.withoutHead).toContainEqual(
    expect.objectContaining({ name: '税務課', bureauName: '市民部', deputyNames: ['中村　恵'] }),
  )
  expect(after.withoutHead).toContainEqual(expect.objectContaining({ name: '福祉部', deputyNames: [] }))
  expect(before.withoutPost).toEqual([])
  expect(after.withoutPost.map(({ name }) => name)).toEqual(['渡邉　健'])
})

it('finds bodies that nobody sits on or nobody chairs, and main posts held twice', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const on = await listGaps(world.reader, '2026-06-01')
  expect(on.bodies).toEqual([
    { body: 'promotionCommittee', name: '有言実行推進委員会', lacks: 'だれもいません' },
  ])
  expect(on.twoMains).toEqual([])

  await world.writer.deleteFrom('seats').where('role', '=', 'chair').execute()
  const { postId } = await world.reader
    .selectFrom('appointments')
    .select('postId')
    .where('personId', '=', town.people.suzuki)
    .executeTakeFirstOrThrow()
  await world.act(town.people.yoshida, (ctx) =>
    appointPerson(ctx, {
      ...{ personId: town.people.suzuki, departmentId: town.departments.tax, postId },
      ...{ kind: 'concurrent', validFrom: '2026-06-01', validTo: null },
    }),
  )
  await world.writer
    .updateTable('appointments')
    .set({ kind: 'main' })
    .where('kind', '=', 'concurrent')
    .execute()
  const later = await listGaps(world.reader, '2026-06-01')
  expect(later.bodies.map(({ body }) => body)).toContain('improvementCommittee')
  expect(later.twoMains.map(({ name }) => name)).toEqual(['鈴木　花子'])
})
