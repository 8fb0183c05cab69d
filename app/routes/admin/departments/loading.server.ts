import type { Db } from '#app/domain/context'
import { NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { findDepartment } from '#app/domain/organisation/departments-lookup.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { idParam } from '#app/web/params'

interface Asked {
  readonly actor: Actor
  readonly db: Db
  readonly params: Readonly<Record<string, string | undefined>>
}

/** To whoever may not keep the organisation these pages do not exist. */
export async function loadDepartment({ actor, db, params }: Asked) {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  return findDepartment(db, idParam(params, 'id'), actor.today)
}
