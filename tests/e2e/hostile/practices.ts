import { confirmPractices } from '#app/domain/practices/confirmation.server'
import { returnPractice } from '#app/domain/practices/returning.server'
import type { Players } from '#tests/access/parts.server'
import { reported } from '#tests/support/practices.server'
import type { SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'
import { hostileStrings, hostileText as text } from './strings'

const longestTitle = 40

/** One report for each string that fits a title; the last one is sent back, the others are on the shelf. */
export async function tellPractices(world: TestWorld, town: SmallTown, players: Players): Promise<number[]> {
  const titles = hostileStrings.filter((title) => title.length <= longestTitle)
  const ids: number[] = []
  for (const title of titles) {
    ids.push(await reported(world, town, { title, before: text, change: text, calculationBasis: text }))
  }
  const [last = 0, ...others] = ids.toReversed()
  const missing = { practiceId: last, missing: text }
  await world.act(players.head, (ctx) => returnPractice(ctx, missing))
  const confirmations = others.map((practiceId) => ({
    ...{ practiceId, version: 2, headComment: text, projectIds: null },
  }))
  await world.act(players.head, (ctx) => confirmPractices(ctx, confirmations))
  return ids
}
