import { mayKeepAccounts } from '../accounts/policy'
import type { Actor } from '../organisation/actor'
import { mayKeepOrganisation } from '../organisation/policy'
import type { Verdict } from '../verdict'
import { type ImportedList, importedLists } from './list'

/** Who may bring in a list and take it back, read it and what was brought in: who may keep what is in it by hand. */
export function mayBringIn(actor: Actor, list: ImportedList): Verdict {
  return list === 'subjectLinks' ? mayKeepAccounts(actor) : mayKeepOrganisation(actor)
}

export function listsOf(actor: Actor): ImportedList[] {
  return importedLists.filter((list) => mayBringIn(actor, list).ok)
}
