import type { Command } from '#app/commands/command'
import { openTown } from '#app/server/town'

/** Makes the database or brings it up to date, and ends. */
export const run: Command = async (_args, config) => {
  const town = await openTown(config)
  await town.close()
  console.log('データベースは最新です。')
}
