import type { Db } from '#app/domain/context'
import { NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { findPerson } from '#app/domain/organisation/people-lookup.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { idParam } from '#app/web/params'

interface Asked {
  readonly actor: Actor
  readonly db: Db
  readonly params: Readonly<Record<string, string | undefined>>
}

/** To whoever may not keep the organisation these pages do not exist. */
export async function loadPerson({ actor, db, params }: Asked) {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  return findPerson(db, idParam(params, 'id'))
}

/** An appointment or a seat with its person. */
export async function loadTerm({ actor, db, params }: Asked, table: 'appointments' | 'seats') {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  const term = await db
    .selectFrom(table)
    .select(['id', 'personId', 'validFrom', 'validTo'])
    .where('id', '=', idParam(params, 'id'))
    .executeTakeFirst()
  if (!term) throw new NotFound()
  return { term, person: await findPerson(db, term.personId) }
}
