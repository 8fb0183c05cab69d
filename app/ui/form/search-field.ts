import { searchedTextName, searchTextName } from '#app/ui/form/field-id'
import type { FormState } from '#app/ui/form/form-state'

/**
 * Which box of a search-and-pick field was meant: the one whose 「さがす」 was pressed or, when Enter was (which presses
 * the form's first button), the first one with a text that was not searched for already: what was found may be picked, and
 * its words stay in the box. Null when the form itself was meant.
 */
export function searchedField<Name extends string>(
  { values }: Pick<FormState, 'values'>,
  fields: readonly Name[],
): Name | null {
  const pressed = values['search']
  if (pressed === undefined) return null
  return (
    fields.find((name) => (pressed === 'auto' ? isToBeSearched({ values }, name) : pressed === name)) ?? null
  )
}

function isToBeSearched({ values }: Pick<FormState, 'values'>, field: string): boolean {
  const text = searchText({ values }, field)
  return text !== '' && text !== values[searchedTextName(field)]
}

export function searchText({ values }: Pick<FormState, 'values'>, field: string): string {
  const text = values[searchTextName(field)]
  return typeof text === 'string' ? text.trim() : ''
}

/** The keys that a field of the form carries now; what is no key is left out. */
export function pickedIds({ values }: Pick<FormState, 'values'>, field: string): number[] {
  const value = values[field] ?? []
  const all = Array.isArray(value) ? value : [value]
  return all.filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number)
}
