/** What a form shows: on the first view the loader's values, after a refusal exactly what was typed. */
export interface FormState {
  /** One-time key of this rendering: a second POST with it returns the first result. */
  key: string
  /** Version of the record that was shown; a newer one on saving means a conflict. */
  version?: number | undefined
  values: Record<string, string | string[]>
  errors: Record<string, string[]>
  formErrors: string[]
  conflict?: Conflict | undefined
}

/** Somebody else saved first: both texts, so that nothing is lost. */
export interface Conflict {
  at: string
  by: string
  theirs: { label: string; value: string; mine: string }[]
}
