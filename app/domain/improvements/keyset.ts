export const pageSize = 20

/** Where a page of a list lies: below an id (towards older) or above it (towards newer); neither is the first page. */
export interface Place {
  readonly before?: number | undefined
  readonly after?: number | undefined
}

export interface Page<Row> {
  readonly rows: Row[]
  /** Ids to page on with; null where there is nothing more that way. */
  readonly nextBefore: number | null
  readonly previousAfter: number | null
}

/**
 * One page, newest first, out of what was fetched in the direction of the place: up to `pageSize + 1` rows, the
 * surplus one only telling that there are more. Paging by key costs the same at any depth, and rows that come in
 * meanwhile neither repeat nor hide any.
 */
export function pageOf<Row extends { id: number }>(fetched: readonly Row[], place: Place): Page<Row> {
  const upwards = place.after !== undefined
  const kept = fetched.slice(0, pageSize)
  const rows = upwards ? kept.reverse() : kept
  const more = fetched.length > pageSize
  const isFirst = upwards ? !more : place.before === undefined
  const isLast = upwards ? false : !more
  return {
    rows,
    nextBefore: isLast ? null : (rows.at(-1)?.id ?? null),
    previousAfter: isFirst ? null : (rows[0]?.id ?? null),
  }
}
