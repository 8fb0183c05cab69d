import { expect, it } from 'vitest'
import { castParts } from '#tests/access/parts.server'
import { toImplementing } from '#tests/access/story.server'
import { confirmed, reported } from '#tests/support/practices.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, awaitingCommittee, considerationsOf } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findHandover } from './handover.server'
import { openRound } from './improvements/round-opening.server'
import { findActor } from './organisation/actor.server'
import { appointPerson } from './organisation/appointing.server'
import { importAppointments } from './organisation/appointments.server'
import { importDepartments } from './organisation/departments.server'
import { mayReadHandover } from './organisation/policy'

const named = (list: readonly { title: string; dueOn: string | null }[]) =>
  list.map(({ title, dueOn }) => `${title} ${dueOn ?? ''}`.trim())

it('holds all that goes on with the post, what is due first at the head of each list, and nothing of other posts', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { citizens, welfare } = town.departments
  const players = await castParts(world, town)
  await toImplementing({ world, town, players, content: {} }, '番号札')
  await accepted(world, town, { title: '案内を変える' })
  await reported(world, town)
  const held = await awaitingCommittee(world, town, { title: '機械を置く' })
  await world.writer
    .insertInto('holds')
    .values({
      ...{ proposalId: held, reason: '費用', helperId: town.people.tanaka, recheckOn: '2026-10-01' },
      ...{ heldOn: '2026-06-01', heldAt: '2026-06-01T00:00:00.000Z', heldById: town.people.ito },
    })
    .execute()
  await world.writer.updateTable('proposals').set({ stage: 'onHold' }).where('id', '=', held).execute()

  const handover = await findHandover(world.reader, citizens, '2026-06-01')
  expect(named(handover.considerations)).toEqual(['案内を変える 2026-06-15'])
  expect(named(handover.reports)).toEqual(['窓口に番号札を置く 2026-06-15'])
  expect(named(handover.implementations)).toEqual(['番号札 2026-10-01'])
  expect(handover.held).toMatchObject([
    { title: '機械を置く', dueOn: '2026-10-01', helperName: '田中　一郎' },
  ])
  expect(Object.values(await findHandover(world.reader, welfare, '2026-06-01')).flat()).toEqual([])
})

it('holds what the section is asked about improvements, of others and of people who have gone', async () => {
  await using world = await freshWorld('2025-05-20T09:00:00+09:00')
  const town = await smallTown(world)
  const { citizens, welfare, tax } = town.departments
  await confirmed(world, town, { implementedOn: '2025-05-01' })
  world.at('2026-06-01T09:00:00+09:00')
  const { id: improvementId } = await world.reader
    .selectFrom('improvements')
    .select('id')
    .executeTakeFirstOrThrow()
  await world.act(town.people.kobayashi, (ctx) =>
    openRound(ctx, { improvementId, departmentIds: [welfare], dueOn: '2026-06-15', word: '' }),
  )
  expect((await findHandover(world.reader, citizens, '2026-06-01')).followUps).toEqual([])
  const { id: postId } = await world.reader
    .selectFrom('posts')
    .select('id')
    .where('code', '=', 'clerk')
    .executeTakeFirstOrThrow()
  await world.act(town.people.yoshida, (ctx) =>
    appointPerson(ctx, {
      ...{ personId: town.people.suzuki, departmentId: tax, postId },
      ...{ kind: 'main', validFrom: '2026-06-01', validTo: null },
    }),
  )
  expect(named((await findHandover(world.reader, citizens, '2026-06-01')).followUps)).toEqual([
    '窓口に番号札を置く',
  ])
  expect(named((await findHandover(world.reader, welfare, '2026-06-01')).rounds)).toEqual([
    '窓口に番号札を置く 2026-06-15',
  ])
})

it('loses what is done', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await accepted(world, town)
  const asked = (await considerationsOf(world, proposalId)).get(town.departments.citizens) ?? 0
  expect(
    (await findHandover(world.reader, town.departments.citizens, '2026-06-01')).considerations,
  ).toHaveLength(1)
  await answer(world, town.people.takahashi, asked)
  expect((await findHandover(world.reader, town.departments.citizens, '2026-06-01')).considerations).toEqual(
    [],
  )
})

it('goes on to the department that came out of it, and to its head from the first day', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await accepted(world, town)
  const section = { kind: 'section', parentCode: '010000', validFrom: '2015-04-01' } as const
  await world.act(0, async (ctx) => {
    await importDepartments(
      ctx,
      [
        { ...section, code: '010100', name: '市民課', validTo: '2027-03-31' },
        { ...section, code: '010900', name: '窓口課', validFrom: '2027-04-01', validTo: null },
      ],
      [{ fromCode: '010100', toCode: '010900', effectiveOn: '2027-04-01', kind: 'rename' }],
    )
    const chief = { departmentCode: '010900', postCode: 'chief', kind: 'concurrent' } as const
    await importAppointments(ctx, [
      { ...chief, employeeNumber: '000005', validFrom: '2027-04-01', validTo: null },
    ])
  })
  const { id } = await world.reader
    .selectFrom('departments')
    .select('id')
    .where('code', '=', '010900')
    .executeTakeFirstOrThrow()
  expect((await findHandover(world.reader, id, '2027-03-31')).considerations).toEqual([])
  expect((await findHandover(world.reader, id, '2027-04-01')).considerations).toHaveLength(1)
  const may = async (day: string, personId = town.people.watanabe) =>
    mayReadHandover(await findActor(world.reader, personId, day), id).ok
  expect([await may('2027-03-31'), await may('2027-04-01')]).toEqual([false, true])
  expect(await may('2027-04-01', town.people.kobayashi)).toBe(true)
  expect(await may('2027-04-01', town.people.yoshida)).toBe(false)
})
