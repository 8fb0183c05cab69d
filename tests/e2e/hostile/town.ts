import { castParts, signAllIn } from '#tests/access/parts.server'
import { smallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'
import { tellPractices } from './practices'
import { endedOnTheWay, reviewed } from './proposals'

/** Where to look for what was typed. */
export interface HostileTown {
  readonly proposals: readonly number[]
  readonly practices: readonly number[]
  readonly records: readonly number[]
  readonly improvements: readonly number[]
}

/** The small town, where whoever may write anything has written every hostile string there is. */
export async function makeHostileTown(world: TestWorld): Promise<HostileTown> {
  const town = await smallTown(world)
  const players = await castParts(world, town)
  const practices = await tellPractices(world, town, players)
  const proposals = [
    ...(await reviewed(world, town, players)),
    ...(await endedOnTheWay(world, town, players)),
  ]
  await signAllIn(world, players)
  return {
    ...{ proposals, practices },
    records: await idsIn(world, 'considerations'),
    improvements: await idsIn(world, 'improvements'),
  }
}

async function idsIn(world: TestWorld, table: 'considerations' | 'improvements'): Promise<number[]> {
  const rows = await world.reader.selectFrom(table).select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
