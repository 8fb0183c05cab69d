import type { Db } from '#app/domain/context'
import { insist, NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { listDepartmentsByIds } from '#app/domain/organisation/lookup.server'
import { mayDelegate } from '#app/domain/organisation/policy'
import { idParam } from '#app/web/params'

interface Asked {
  readonly actor: Actor
  readonly db: Db
  readonly params: Readonly<Record<string, string | undefined>>
}

/** The department whose head's duties are to be arranged; everybody knows it, not everybody may. */
export async function loadDelegating({ actor, db, params }: Asked) {
  const [department] = await listDepartmentsByIds(db, [idParam(params, 'id')], actor.today)
  if (!department) throw new NotFound()
  insist(mayDelegate(actor, department.id))
  return department
}
