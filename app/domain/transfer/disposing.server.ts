import { type Day, startOf } from '../calendar'
import type { Ctx, Db } from '../context'

/** Imports uploaded before that day of which the file or the lines are still there. */
export function countOldImports(db: Db, before: Day) {
  return selectOld(db, before).select(({ fn }) => fn.countAll<number>().as('n'))
}

/**
 * Part of the command `disposeOf`, which asks who may. File and lines hold people as they were; that there was an import,
 * by whom, when and of how many rows, stays, and so does all that it brought in.
 */
export async function emptyOldImports(ctx: Ctx, before: Day): Promise<number> {
  const ids = (await selectOld(ctx.tx, before).select('imports.id').execute()).map(({ id }) => id)
  if (ids.length === 0) return 0
  await ctx.tx.deleteFrom('importLines').where('importId', 'in', ids).execute()
  await ctx.tx.updateTable('imports').set({ content: '' }).where('id', 'in', ids).execute()
  return ids.length
}

function selectOld(db: Db, before: Day) {
  return db
    .selectFrom('imports')
    .where('uploadedAt', '<', startOf(before))
    .where((eb) =>
      eb.or([
        eb('content', '<>', ''),
        eb.exists(
          eb
            .selectFrom('importLines')
            .select('importLines.id')
            .whereRef('importLines.importId', '=', 'imports.id'),
        ),
      ]),
    )
}
