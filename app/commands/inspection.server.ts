import { verifyLog } from '#app/domain/events/log.server'
import type { Config } from '#app/server/config'
import { openSeal } from '#app/server/seal'
import type { Inspection } from '#db/backup-folder.server'

/** Throws unless every line of the event log is there, in its place and as it was written. */
export function logInspection({ dataDir }: Config): Inspection {
  const seal = openSeal(dataDir)
  return async ({ db }) => {
    const { checked, brokenAt } = await verifyLog(db, seal)
    if (brokenAt !== null) {
      throw new Error(
        `記録の ${brokenAt} 番目が書き換えられたか失われています（${checked} 番目までは正しい）。`,
      )
    }
  }
}
