import type { Command } from '#app/commands/command'
import { discardHalfLoaded, settleSample } from '#app/server/sample'
import { openTown } from '#app/server/town'

/** Loads the sample town into an empty database, and ends. Refuses where somebody's data is. */
export const run: Command = async (_args, config) => {
  discardHalfLoaded(config)
  const town = await openTown(config)
  try {
    const anybody = await town.connections.reader
      .selectFrom('people')
      .select('id')
      .limit(1)
      .executeTakeFirst()
    if (anybody)
      throw new Error('このデータベースには、すでにデータが入っています。別の DATA_DIR を指定してください。')
    await settleSample({ ...config, sample: true }, town)
  } finally {
    await town.close()
  }
}
