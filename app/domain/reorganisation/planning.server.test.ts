import { describe, expect, it } from 'vitest'
import { fresh, planned, schedule, there } from '#tests/support/reorganisations.server'
import { type DepartmentName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findReorganisation } from './lookup.server'
import { addLine, changeReorganisation, planReorganisation, removeLine } from './planning.server'
import type { LaterText, LineText } from './reorganisation'
import { scheduleReorganisation } from './scheduling.server'

const day = '2027-04-01'

interface Wrong {
  readonly kind: LineText['kind']
  readonly formers: readonly DepartmentName[]
  readonly laters: readonly (LaterText | DepartmentName)[]
  readonly field: string
  readonly sentence: string
}

const wrong: readonly Wrong[] = [
  {
    kind: 'rename',
    formers: [],
    laters: [fresh('1', 'あ', '010000')],
    field: 'formers[0]',
    sentence: '改称する所属を',
  },
  { kind: 'rename', formers: ['citizens'], laters: [], field: 'laters[0].code', sentence: 'コードと名前を' },
  {
    ...{ kind: 'rename', formers: ['citizens'], laters: [fresh('010200', '窓口課', '010000')] },
    ...{ field: 'laters[0].code', sentence: 'もう使われています' },
  },
  {
    ...{ kind: 'rename', formers: ['citizens'], laters: [fresh('010900', '窓口課', null)] },
    ...{ field: 'laters[0].parentCode', sentence: '課の部を' },
  },
  {
    ...{ kind: 'rename', formers: ['citizens'], laters: [fresh('010900', '窓口課', '010200')] },
    ...{ field: 'laters[0].parentCode', sentence: '施行日にある部' },
  },
  {
    ...{ kind: 'rename', formers: ['civic'], laters: [fresh('040000', '窓口部', '020000')] },
    ...{ field: 'laters[0].parentCode', sentence: 'ほかの部の下に' },
  },
  {
    ...{ kind: 'split', formers: ['citizens'], laters: [fresh('010900', '窓口課', '010000')] },
    ...{ field: 'laters[1].code', sentence: '2つ以上' },
  },
  { kind: 'merge', formers: ['citizens'], laters: ['tax'], field: 'formers[1]', sentence: '2つ以上' },
  {
    ...{ kind: 'merge', formers: ['citizens', 'civic'], laters: ['tax'] },
    ...{ field: 'formers[0]', sentence: '部と課を' },
  },
  {
    kind: 'abolish',
    formers: ['citizens'],
    laters: [],
    field: 'laters[0].departmentId',
    sentence: '引き継ぐ',
  },
  {
    ...{ kind: 'abolish', formers: ['citizens'], laters: ['citizens'] },
    ...{ field: 'laters[0].departmentId', sentence: '別の所属' },
  },
  {
    ...{ kind: 'abolish', formers: ['citizens'], laters: ['general'] },
    ...{ field: 'laters[0].departmentId', sentence: '課の仕事は課が' },
  },
  {
    kind: 'abolish',
    formers: ['welfare'],
    laters: ['tax'],
    field: 'formers[0]',
    sentence: '別の行にあります',
  },
]

describe('a line', () => {
  it.each(wrong)(
    'of the kind $kind is refused at $field: $sentence',
    async ({ field, sentence, ...line }) => {
      await using world = await freshWorld()
      const { people, departments } = await smallTown(world)
      const id = await planned(world, people.yoshida, day, [
        { kind: 'abolish', formerIds: [departments.welfare], laters: [there(departments.affairs)] },
      ])
      const adding = world.act(people.yoshida, (ctx) =>
        addLine(ctx, {
          ...{ reorganisationId: id, kind: line.kind },
          formerIds: line.formers.map((name) => departments[name]),
          laters: line.laters.map((later) => (typeof later === 'string' ? there(departments[later]) : later)),
        }),
      )
      await expect(adding).rejects.toMatchObject({ field, message: expect.stringContaining(sentence) })
      expect((await findReorganisation(world.reader, id)).lines).toHaveLength(1)
    },
  )
})

it('a bureau that is not only called otherwise does not end while a section of it goes on', async () => {
  await using world = await freshWorld()
  const { people, departments } = await smallTown(world)
  const id = await planned(world, people.yoshida, day, [
    { kind: 'abolish', formerIds: [departments.civic], laters: [there(departments.general)] },
  ])
  await expect(schedule(world, people.yoshida, id)).rejects.toThrow('市民課、税務課が残ります')
})

it('a department on a line of a scheduled reorganisation is on no other', async () => {
  await using world = await freshWorld()
  const { people, departments } = await smallTown(world)
  const line = (code: string): LineText => ({
    ...{ kind: 'rename', formerIds: [departments.citizens], laters: [fresh(code, '窓口課', '010000')] },
  })
  const one = await planned(world, people.yoshida, day, [line('010900')])
  const other = await planned(world, people.yoshida, '2026-10-01', [line('010901')])
  await schedule(world, people.yoshida, one)
  await expect(schedule(world, people.yoshida, other)).rejects.toThrow('予定された別の組織改正で変わります')
})

it('what was checked is what is scheduled: a plan that changed meanwhile is checked anew', async () => {
  await using world = await freshWorld()
  const { people, departments } = await smallTown(world)
  const id = await planned(world, people.yoshida, day, [
    { kind: 'found', formerIds: [], laters: [fresh('020900', '広報課', '020000')] },
    { kind: 'abolish', formerIds: [departments.welfare], laters: [there(departments.affairs)] },
  ])
  const { version, lines } = await findReorganisation(world.reader, id)
  await world.act(people.kobayashi, (ctx) => removeLine(ctx, { lineId: lines[1]?.id ?? 0 }))
  const scheduling = world.act(people.yoshida, (ctx) =>
    scheduleReorganisation(ctx, { reorganisationId: id, version }),
  )
  await expect(scheduling).rejects.toMatchObject({ name: 'ChangedMeanwhile', changedBy: '小林　直樹' })
  const changing = world.act(people.yoshida, (ctx) =>
    changeReorganisation(ctx, { reorganisationId: id, version, name: '改正', effectiveOn: '2027-05-01' }),
  )
  await expect(changing).rejects.toMatchObject({ name: 'ChangedMeanwhile' })
})

it('a day that is not to come, and people who do not keep the organisation, are refused', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  const plan = (by: number, effectiveOn: string) =>
    world.act(by, (ctx) => planReorganisation(ctx, { name: '組織改正', effectiveOn }))
  await expect(plan(people.yoshida, '2026-06-01')).rejects.toMatchObject({ field: 'effectiveOn' })
  await expect(plan(people.takahashi, day)).rejects.toMatchObject({ name: 'NotPermitted' })
})

it('the log says who planned, scheduled and for when', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  const id = await planned(world, people.yoshida, day, [
    { kind: 'found', formerIds: [], laters: [fresh('020900', '広報課', '020000')] },
  ])
  await schedule(world, people.yoshida, id)
  const events = await world.reader
    .selectFrom('events')
    .select(['kind', 'actorId', 'payload'])
    .where('kind', 'like', 'reorganisation.%')
    .orderBy('seq')
    .execute()
  expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([
    ['reorganisation.planned', people.yoshida],
    ['reorganisation.scheduled', people.yoshida],
  ])
  expect(events[1]?.payload).toContain('"effectiveOn":"2027-04-01"')
})
