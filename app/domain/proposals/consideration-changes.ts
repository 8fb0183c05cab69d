import { type ConsiderationField, considerationLabels, type ConsiderationText } from './consideration'

export interface Change {
  readonly field: ConsiderationField
  readonly before: string | number | null
  readonly after: string | number | null
}

const fields = Object.keys(considerationLabels) as ConsiderationField[]

/** What one version says otherwise than the one before; of the first version, all that it says. */
export function changesBetween(before: ConsiderationText | null, after: ConsiderationText): Change[] {
  return fields
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] }))
    .filter((change) => (change.before ?? '') !== (change.after ?? ''))
}
