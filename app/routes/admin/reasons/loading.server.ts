import type { Db } from '#app/domain/context'
import { NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { findReason } from '#app/domain/organisation/keeping-reasons.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { idParam } from '#app/web/params'

interface Asked {
  readonly actor: Actor
  readonly db: Db
  readonly params: Readonly<Record<string, string | undefined>>
}

/** To whoever may not keep the organisation these pages do not exist. */
export async function loadReason({ actor, db, params }: Asked) {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  return findReason(db, idParam(params, 'id'))
}
