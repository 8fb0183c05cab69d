import { closeRound, openRound } from '#app/domain/improvements/round-opening.server'
import { joinMemo, shareMemo } from '#app/domain/memos/sharing.server'
import { removeMemo, writeMemo } from '#app/domain/memos/writing.server'
import { confirmed } from '#tests/support/practices.server'
import type { SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'
import type { Players } from './parts.server'

export interface Memos {
  readonly own: number
  readonly shared: number
  readonly removed: number
}

/** Two of them are nobody's to read but the employee's, and say so by the mark. */
export async function makeMemos(
  world: TestWorld,
  { employee, member }: Players,
  mark: string,
): Promise<Memos> {
  const write = async (text: string) =>
    (await world.act(employee, (ctx) => writeMemo(ctx, { text, photo: null }))).memoId
  const memos = {
    own: await write(`説明が長い${mark}`),
    shared: await write('同じ紙を二度書いている'),
    removed: await write(`消したもの${mark}`),
  }
  await world.act(employee, (ctx) => shareMemo(ctx, { memoId: memos.shared, sharing: 'staff' }))
  await world.act(member, (ctx) => joinMemo(ctx, memos.shared))
  await world.act(employee, (ctx) => removeMemo(ctx, memos.removed))
  return memos
}

export interface Rounds {
  readonly open: number
  readonly toWelfare: number
  readonly closed: number
}

/** All sections but 市民課, which made it, are asked about the old improvement; about the newest nobody is any more. */
export async function makeRounds(
  world: TestWorld,
  { departments }: SmallTown,
  { secretariat }: Players,
  oldImprovement: number,
): Promise<Rounds> {
  const ask = async (improvementId: number) => {
    const round = { improvementId, departmentIds: null, dueOn: '2026-06-15', word: '' }
    return (await world.act(secretariat, (ctx) => openRound(ctx, round))).roundId
  }
  const closed = await ask(await newestImprovement(world))
  await world.act(secretariat, (ctx) => closeRound(ctx, closed))
  const open = await ask(oldImprovement)
  const { id: toWelfare } = await world.reader
    .selectFrom('spreadRoundSections')
    .select('id')
    .where('roundId', '=', open)
    .where('departmentId', '=', departments.welfare)
    .executeTakeFirstOrThrow()
  return { open, toWelfare, closed }
}

/** Of 田中 of 市民課, so long ago that it is time to ask what became of it. */
export async function improveAYearAgo(world: TestWorld, town: SmallTown): Promise<number> {
  const today = world.now().toISOString()
  world.at('2025-05-20T09:00:00+09:00')
  await confirmed(world, town, { by: 'tanaka', title: '案内図を貼る', implementedOn: '2025-05-10' })
  world.at(today)
  return newestImprovement(world)
}

/** Of those that stand in the library. */
export async function newestImprovement(world: TestWorld): Promise<number> {
  const { id } = await world.reader
    .selectFrom('improvements')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
