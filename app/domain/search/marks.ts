/**
 * Filters of the list as terms of the index, so that words and filters are found in one step. They begin with a
 * character of the private use area, which no text yields: a person cannot type one.
 */
export interface Marked {
  readonly fiscalYear: number
  readonly departmentId: number
  readonly bureauId: number
  readonly effectTags: readonly string[]
}

export interface Filter {
  readonly fiscalYear?: number | undefined
  /** A section or a whole bureau. */
  readonly departmentId?: number | undefined
  readonly bureauId?: number | undefined
  readonly tag?: string | undefined
}

export function marksOf({ fiscalYear, departmentId, bureauId, effectTags }: Marked): string[] {
  return [
    mark('year', fiscalYear),
    mark('department', departmentId),
    mark('bureau', bureauId),
    ...effectTags.map((tag) => mark('tag', tag)),
  ]
}

export function marksFor({ fiscalYear, departmentId, bureauId, tag }: Filter): string[] {
  return [
    ...(fiscalYear === undefined ? [] : [mark('year', fiscalYear)]),
    ...(departmentId === undefined ? [] : [mark('department', departmentId)]),
    ...(bureauId === undefined ? [] : [mark('bureau', bureauId)]),
    ...(tag === undefined ? [] : [mark('tag', tag)]),
  ]
}

function mark(kind: string, value: string | number): string {
  return `\uE000${kind}${String(value).toLowerCase()}`
}
