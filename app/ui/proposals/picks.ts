/** A choice of a search-and-pick field, as it travels from the server. */
export interface PickOption {
  readonly value: string
  readonly label: string
}

/** One search-and-pick field: what is ticked, and what the last search found. */
export interface Picked {
  readonly chosen: readonly PickOption[]
  /** Null before the first search. */
  readonly results: readonly PickOption[] | null
  readonly query: string
}

/** The fields of the proposal form that are searched in. */
export const pickFields = ['targetIds', 'projectIds', 'coAuthorIds'] as const
export type PickField = (typeof pickFields)[number]
export type Picks = Readonly<Record<PickField, Picked>>

/** The field of the proposal that another one is merged into. */
export const targetField = 'intoId'

export interface ThemeOption {
  readonly id: number
  readonly title: string
  /** 「12月20日まで」 */
  readonly until: string | null
}
