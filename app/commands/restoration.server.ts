import { userInfo } from 'node:os'
import { instantOf } from '#app/domain/calendar'
import { systemPersonId } from '#app/domain/organisation/actor'
import { transact } from '#app/domain/transact.server'
import type { Config } from '#app/server/config'
import { openSeal } from '#app/server/seal'
import { openDatabase } from '#db/connect.server'
import type { Recording } from '#db/restore.server'

/** Says in the sealed log of the restored database which backup it comes from, and which log was left for it. */
export function restorationRecording({ dataDir }: Config, at: Date): Recording {
  const seal = openSeal(dataDir)
  return async (url, { takenAt }, abandoned) => {
    const { writer, close } = openDatabase(url)
    try {
      await transact({ writer, seal, now: () => at }, systemPersonId, async (ctx) =>
        ctx.happened({
          kind: 'database.restored',
          takenAt: instantOf(new Date(takenAt)),
          abandoned,
          operator: userInfo().username,
        }),
      )
    } finally {
      await close()
    }
  }
}
