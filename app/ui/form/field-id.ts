/** `members[0].name` → `members-0-name`: the id of a field, which the error summary links to. */
export function fieldId(name: string): string {
  return name.replace(/[[\].]+/g, '-').replace(/-$/, '')
}

export function hintId(name: string): string {
  return `${fieldId(name)}-hint`
}

export function errorId(name: string): string {
  return `${fieldId(name)}-error`
}

/** The name of the search text that belongs to a search-and-pick field. */
export function searchTextName(name: string): string {
  return `${name}Query`
}

/** The name of the hidden field that says for what the box was searched last. */
export function searchedTextName(name: string): string {
  return `${name}Searched`
}
