import type { Db } from '#app/domain/context'
import { NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { findKeptProject } from '#app/domain/projects/kept-project.server'
import { idParam } from '#app/web/params'

interface Asked {
  readonly actor: Actor
  readonly db: Db
  readonly params: Readonly<Record<string, string | undefined>>
}

/** To whoever may not keep the years these pages do not exist. */
export async function loadProject({ actor, db, params }: Asked) {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  return findKeptProject(db, idParam(params, 'id'))
}
