import type { Db } from '#app/domain/context'
import { listAuditLines } from '#app/domain/events/audit.server'
import { logFilter } from './filter'
import { wordLines } from './wording.server'

/** Lines as the address asks for them; a number that nobody has finds nothing. */
export async function loadLines(db: Db, url: URL, page: { before?: number | undefined; limit: number }) {
  const { actor, proposal, practice, ...filter } = logFilter(url)
  const actorId = actor === undefined ? undefined : await idOfNumber(db, actor)
  const lines = await listAuditLines(
    db,
    { ...filter, actorId, proposalId: proposal, practiceId: practice },
    page,
  )
  return wordLines(db, lines)
}

async function idOfNumber(db: Db, employeeNumber: string): Promise<number> {
  const row = await db
    .selectFrom('people')
    .select('id')
    .where('employeeNumber', '=', employeeNumber.normalize('NFKC').trim())
    .executeTakeFirst()
  return row?.id ?? -1
}
