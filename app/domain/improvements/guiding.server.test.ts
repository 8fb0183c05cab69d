import { expect, it } from 'vitest'
import { confirmed } from '#tests/support/practices.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findActor } from '../organisation/actor.server'
import { listStories } from './booklet.server'
import { mayWriteGuide } from './guide'
import { findGuide, writeGuide } from './guiding.server'
import { findImprovement } from './lookup.server'

const today = '2026-06-01'
const text = {
  steps: '1. 札の色を決める。\n2. 床に同じ色を貼る。',
  contact: '市民課（内線 2345）',
  cautions: '',
}

async function shelved() {
  const world = await freshWorld()
  const town = await smallTown(world)
  await confirmed(world, town, { by: 'tanaka', title: '札を色で分ける' })
  const { id: improvementId } = await world.reader
    .selectFrom('improvements')
    .select('id')
    .executeTakeFirstOrThrow()
  const { suzuki, tanaka, sato } = town.people
  const write = (personId: number, version: number, written = text) =>
    world.act(personId, (ctx) => writeGuide(ctx, { improvementId, version, ...written }))
  const shown = async () => (await findImprovement(world.reader, improvementId, today)).guide
  return { world, town, improvementId, suzuki, tanaka, sato, write, shown }
}

it('stands on the page with who wrote it, for whoever wants to do the same', async () => {
  const { world, suzuki, write, shown } = await shelved()
  expect(await shown()).toBeNull()
  await write(suzuki, 0)
  expect(await shown()).toEqual({ ...text, writtenAt: expect.any(String), writtenBy: '鈴木　花子' })
  await world.close()
})

it('is printed in the booklet beside what was changed; where nothing was written nothing is', async () => {
  const { world, improvementId, suzuki, write } = await shelved()
  const printed = async () => (await listStories(world.reader, [improvementId])).get(improvementId)
  expect((await printed())?.guide).toEqual({ steps: '', contact: '', cautions: '' })
  await write(suzuki, 0)
  expect(await printed()).toMatchObject({ change: '番号札を置き、待ち人数が分かるようにした。', guide: text })
  await world.close()
})

it('is for people of the department and whoever reported it, and for nobody else', async () => {
  const { world, improvementId, town, sato, write } = await shelved()
  await expect(write(sato, 0)).rejects.toThrow('改善した課の人')
  const may = async (person: 'suzuki' | 'takahashi' | 'tanaka' | 'watanabe') =>
    mayWriteGuide(
      await findActor(world.reader, town.people[person], today),
      await findGuide(world.reader, improvementId, today),
    ).ok
  expect([await may('suzuki'), await may('takahashi'), await may('tanaka')]).toEqual([true, true, true])
  expect(await may('watanabe')).toBe(false)
  await world.close()
})

it('is saved over nobody, taken away when all is emptied, and never begins with nothing', async () => {
  const { world, suzuki, tanaka, write, shown } = await shelved()
  const nothing = { steps: '', contact: '', cautions: '' }
  await expect(write(suzuki, 0, nothing)).rejects.toThrow('どれかを入力')
  await write(suzuki, 0)
  await expect(write(tanaka, 0, { ...text, cautions: '幅を測る。' })).rejects.toMatchObject({
    changedBy: '鈴木　花子',
    theirs: { ...text, version: '1' },
  })
  await write(tanaka, 1, { ...text, cautions: '幅を測る。' })
  expect(await shown()).toMatchObject({ cautions: '幅を測る。', writtenBy: '田中　一郎' })
  await write(tanaka, 2, nothing)
  expect(await shown()).toBeNull()
  await world.close()
})
