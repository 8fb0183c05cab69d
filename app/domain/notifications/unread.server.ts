import type { Db } from '../context'
import { worded } from '../worded.server'

/** How many notices the person has not read. */
export async function countUnread(db: Db, personId: number): Promise<number> {
  const [row] = await selectUnread(db, { personId })
  return row?.unread ?? 0
}

const selectUnread = worded((db, { personId }: { personId: number }) =>
  db
    .selectFrom('notifications')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('personId', '=', personId)
    .where('readAt', 'is', null),
)
