import { findAgendaSeenBy } from '#app/domain/proposals/sitting-lines.server'
import { watched } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { revisionOf } from './revision.server'

/** Asked every few seconds by the pages of a meeting that goes on. */
export const loader = watched(async ({ actor, db, params }) =>
  Response.json({ revision: revisionOf(await findAgendaSeenBy(db, actor, idParam(params, 'id'))) }),
)
