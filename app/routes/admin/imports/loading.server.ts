import type { Db } from '#app/domain/context'
import { insist, NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { findImport } from '#app/domain/transfer/import-lookup.server'
import { type ImportedList, isImportedList } from '#app/domain/transfer/list'
import { listsOf, mayBringIn } from '#app/domain/transfer/policy'
import { site } from '#app/web/connections.server'
import { idParam } from '#app/web/params'

/** To whoever may not keep the organisation an import does not exist. */
export async function loadImport({
  actor,
  db,
  params,
}: {
  actor: Actor
  db: Db
  params: Readonly<Record<string, string | undefined>>
}) {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  const facts = await findImport(db, idParam(params, 'id'))
  if (!mayBringIn(actor, facts.list).ok) throw new NotFound()
  return facts
}

/** The list that an address asks for. Throws NotFound for one that there is not. */
export function loadList(actor: Actor, url: URL): ImportedList {
  insist(mayKeepOrganisation(actor))
  const list = url.searchParams.get('list')
  if (!isImportedList(list) || !offeredLists(actor).includes(list)) throw new NotFound()
  return list
}

/** Without a provider there are no 利用者ID, and no word of them. */
export function offeredLists(actor: Actor): ImportedList[] {
  const hasProvider = site().provider !== undefined
  return listsOf(actor).filter((list) => list !== 'subjectLinks' || hasProvider)
}
