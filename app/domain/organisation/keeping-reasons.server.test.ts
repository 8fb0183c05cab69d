import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { NotPermitted, RuleBroken } from '../errors'
import {
  addReason,
  listAllReasons,
  moveReason,
  renameReason,
  resumeReason,
  retireReason,
} from './keeping-reasons.server'
import { insistOnReasonCode, listReasonCodes, setReasonCodes } from './reason-codes.server'

async function town() {
  const world = await freshWorld()
  const { people } = await smallTown(world)
  await world.act(0, (ctx) =>
    setReasonCodes(ctx, 'difficult', [
      { code: 'law', label: '法令' },
      { code: 'budget', label: '予算' },
    ]),
  )
  return {
    world,
    people,
    by: people.kobayashi,
    labels: async () => (await listReasonCodes(world.reader, 'difficult')).map(({ label }) => label),
    idOf: async (label: string) => await idOf(world, label),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

async function idOf(world: TestWorld, label: string): Promise<number> {
  const all = await listAllReasons(world.reader)
  return all.find((row) => row.usedFor === 'difficult' && row.label === label)?.id ?? 0
}

it('a new reason is the last to choose from, and the same words are not taken twice', async () => {
  await using story = await town()
  const add = () =>
    story.world.act(story.by, (ctx) => addReason(ctx, { usedFor: 'difficult', label: '世論' }))
  await add()
  expect(await story.labels()).toEqual(['法令', '予算', '世論'])
  await expect(add()).rejects.toThrow(RuleBroken)
})

it('a reason with new words stands in the place of the old one, whose code keeps its own words', async () => {
  await using story = await town()
  const lawId = await story.idOf('法令')
  await story.world.act(story.by, (ctx) => renameReason(ctx, { reasonId: lawId, label: '法令・条例' }))
  expect(await story.labels()).toEqual(['法令・条例', '予算'])
  const former = (await listAllReasons(story.world.reader)).find(({ id }) => id === lawId)
  expect(former).toMatchObject({ code: 'law', label: '法令' })
  expect(former?.retiredAt).not.toBeNull()
})

it('a retired reason cannot be chosen any more, and can when it is resumed', async () => {
  await using story = await town()
  const choose = () => story.world.act(story.by, (ctx) => insistOnReasonCode(ctx, 'difficult', 'law'))
  const lawId = await story.idOf('法令')
  await story.world.act(story.by, (ctx) => retireReason(ctx, lawId))
  await expect(choose()).rejects.toThrow('理由の区分を一覧から選んでください')
  await story.world.act(story.by, (ctx) => resumeReason(ctx, lawId))
  await choose()
  expect(await story.labels()).toEqual(['予算', '法令'])
})

it('the last reason stays, since one must be given', async () => {
  await using story = await town()
  const [lawId, budgetId] = [await story.idOf('法令'), await story.idOf('予算')]
  await story.world.act(story.by, (ctx) => retireReason(ctx, lawId))
  await expect(story.world.act(story.by, (ctx) => retireReason(ctx, budgetId))).rejects.toThrow(RuleBroken)
  expect(await story.labels()).toEqual(['予算'])
})

it('a reason moves by one place and not beyond the end', async () => {
  await using story = await town()
  const reasonId = await story.idOf('予算')
  const up = () => story.world.act(story.by, (ctx) => moveReason(ctx, { reasonId, direction: 'up' }))
  await up()
  expect(await story.labels()).toEqual(['予算', '法令'])
  await expect(up()).rejects.toThrow(RuleBroken)
})

it('reasons are for the secretariat and the administrators to keep, and each change is in the log', async () => {
  await using story = await town()
  const add = (by: number) =>
    story.world.act(by, (ctx) => addReason(ctx, { usedFor: 'notAdopted', label: '世論' }))
  await expect(add(story.people.suzuki)).rejects.toThrow(NotPermitted)
  await add(story.people.yoshida)
  const lines = await story.world.reader
    .selectFrom('events')
    .select(['kind', 'actorId'])
    .where('kind', '=', 'reasonCode.set')
    .execute()
  expect(lines).toEqual([{ kind: 'reasonCode.set', actorId: story.people.yoshida }])
})
