import type { Db } from '#app/domain/context'
import type { Actor } from '#app/domain/organisation/actor'
import { findContent } from '#app/domain/proposals/content.server'
import {
  listMergeTargets,
  type MergeTarget,
  searchMergeTargets,
} from '#app/domain/proposals/merging-lookup.server'
import { listSimilarSeenBy } from '#app/domain/proposals/similar.server'
import type { FormState } from '#app/ui/form/form-state'
import { pickedIds, searchedField, searchText } from '#app/ui/form/search-field'
import { type Picked, type PickOption, targetField } from '#app/ui/proposals/picks'

interface Here {
  readonly db: Db
  readonly actor: Actor
}

/** What was chosen and found; before any search, what looks alike. */
export async function pickTarget(here: Here, form: FormState, proposalId: number): Promise<Picked> {
  const query = searchText(form, targetField)
  const chosen = await listMergeTargets(here.db, pickedIds(form, targetField), proposalId)
  const results = searchedField(form, [targetField])
    ? await searchMergeTargets(here.db, query, proposalId)
    : await alike(here, proposalId)
  return { query, chosen: chosen.map(option), results: results?.map(option) ?? null }
}

async function alike({ db, actor }: Here, proposalId: number): Promise<MergeTarget[] | null> {
  const { content } = await findContent(db, proposalId)
  const similar = await listSimilarSeenBy(db, actor, { ...content, proposalId })
  const ids = similar.flatMap(({ kind, id }) => (kind === 'proposal' ? [id] : []))
  return ids.length === 0 ? null : listMergeTargets(db, ids, proposalId)
}

function option({ id, title, receiptNumber }: MergeTarget): PickOption {
  return { value: String(id), label: `${receiptNumber ?? '受付前'}　${title}` }
}
