import { expect, it } from 'vitest'
import { appointPerson } from '#app/domain/organisation/appointing.server'
import { openFiscalYear } from '#app/domain/organisation/year-opening.server'
import { importProjects } from '#app/domain/projects/registry.server'
import { fresh, planned, schedule, there } from '#tests/support/reorganisations.server'
import { smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { cancelReorganisation } from './cancelling.server'
import { findReorganisation } from './lookup.server'
import { stateOf } from './reorganisation'

/** A whole 部 is called otherwise, one of its sections goes into the other, and a third is new. */
async function large(world: TestWorld, { people, departments }: SmallTown): Promise<number> {
  return planned(world, people.yoshida, '2027-04-01', [
    { kind: 'rename', formerIds: [departments.civic], laters: [fresh('040000', '窓口部', null)] },
    {
      ...{ kind: 'merge', formerIds: [departments.citizens, departments.tax] },
      laters: [fresh('040100', '総合窓口課', '040000')],
    },
    { kind: 'found', formerIds: [], laters: [fresh('040200', '相談課', '040000')] },
    { kind: 'abolish', formerIds: [departments.welfare], laters: [there(departments.affairs)] },
  ])
}

/** All that scheduling could touch. */
async function everything(world: TestWorld) {
  const of = (
    table: 'departments' | 'departmentSuccessors' | 'bureauTerms' | 'appointments' | 'projectYears',
  ) => world.reader.selectFrom(table).selectAll().execute()
  const sorted = async (table: Parameters<typeof of>[0]) =>
    // How often a row was written is not what it says.
    (await of(table)).map((row) => JSON.stringify({ ...row, version: undefined })).toSorted()
  return {
    departments: await sorted('departments'),
    successors: await sorted('departmentSuccessors'),
    bureaus: await sorted('bureauTerms'),
    appointments: await sorted('appointments'),
    projectYears: await sorted('projectYears'),
  }
}

async function withNextYear(world: TestWorld): Promise<SmallTown> {
  const town = await smallTown(world)
  await world.act(0, async (ctx) => {
    await openFiscalYear(ctx, { fiscalYear: 2027 })
    await importProjects(ctx, 2027, [
      {
        ...{ code: '101010001', name: '証明書交付事業', departmentCode: '010100', predecessorCode: null },
        ...{ measureCode: null, measureName: null, inScope: 1, excludedReason: null },
      },
    ])
  })
  return town
}

it('until the day it can be taken back, and everything is as before', async () => {
  await using world = await freshWorld()
  const town = await withNextYear(world)
  const id = await large(world, town)
  const before = await everything(world)
  await schedule(world, town.people.yoshida, id)
  expect(await everything(world)).not.toEqual(before)

  world.at('2027-03-31T23:59:59+09:00')
  await world.act(town.people.yoshida, (ctx) => cancelReorganisation(ctx, { reorganisationId: id }))
  expect(await everything(world)).toEqual(before)
  expect(stateOf(await findReorganisation(world.reader, id), '2027-03-31')).toBe('cancelled')

  const again = await large(world, town)
  await schedule(world, town.people.yoshida, again)
  world.at('2027-04-01T00:00:00+09:00')
  await expect(
    world.act(town.people.yoshida, (ctx) => cancelReorganisation(ctx, { reorganisationId: again })),
  ).rejects.toThrow('施行されたため、取り消せません')
})

it('what others registered for the new section is theirs to take back first', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const id = await large(world, town)
  await schedule(world, town.people.yoshida, id)
  const { id: departmentId } = await world.reader
    .selectFrom('departments')
    .select('id')
    .where('code', '=', '040200')
    .executeTakeFirstOrThrow()
  const { id: postId } = await world.reader
    .selectFrom('posts')
    .select('id')
    .where('code', '=', 'chief')
    .executeTakeFirstOrThrow()
  const since = { validFrom: '2027-04-01', validTo: null }
  await world.act(town.people.yoshida, (ctx) =>
    appointPerson(ctx, { personId: town.people.ito, departmentId, postId, kind: 'concurrent', ...since }),
  )
  const before = await everything(world)
  await expect(
    world.act(town.people.yoshida, (ctx) => cancelReorganisation(ctx, { reorganisationId: id })),
  ).rejects.toThrow('新しい所属への発令が1件')
  expect(await everything(world)).toEqual(before)
})
