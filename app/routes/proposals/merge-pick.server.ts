import type { Db } from '#app/domain/context'
import {
  listAlikeTargets,
  listMergeTargets,
  type MergeTarget,
  searchMergeTargets,
} from '#app/domain/proposals/merging-lookup.server'
import type { FormState } from '#app/ui/form/form-state'
import { pickedIds, searchedField, searchText } from '#app/ui/form/search-field'
import { type Picked, type PickOption, targetField } from '#app/ui/proposals/picks'

/** The proposal that is to be merged, as far as it is compared. */
interface Merged {
  readonly id: number
  readonly title: string
  readonly projects: readonly { readonly id: number }[]
}

/** What was chosen and found; before any search, what looks alike. */
export async function pickTarget(db: Db, form: FormState, merged: Merged): Promise<Picked> {
  const query = searchText(form, targetField)
  const chosen = await listMergeTargets(db, pickedIds(form, targetField), merged.id)
  const results = searchedField(form, [targetField])
    ? await searchMergeTargets(db, query, merged.id)
    : await alike(db, merged)
  return { query, chosen: chosen.map(option), results: results?.map(option) ?? null }
}

async function alike(db: Db, { projects, ...merged }: Merged): Promise<MergeTarget[] | null> {
  const found = await listAlikeTargets(db, { ...merged, projectIds: projects.map(({ id }) => id) })
  return found.length === 0 ? null : found
}

function option({ id, title, receiptNumber }: MergeTarget): PickOption {
  return { value: String(id), label: `${receiptNumber ?? '受付前'}　${title}` }
}
