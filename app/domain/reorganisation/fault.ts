import type { Day } from '../calendar'
import type { LineText } from './reorganisation'

/** A department as it is kept. */
export interface Known {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly kind: 'bureau' | 'section'
  readonly parentId: number | null
  readonly validFrom: Day
  readonly validTo: Day | null
}

export interface Fault {
  readonly sentence: string
  /** The field of the line's form, where it is one line's. */
  readonly field: string
}

/** What a line is looked at with. */
export interface Around {
  readonly effectiveOn: Day
  readonly departments: ReadonlyMap<number, Known>
  /** The other lines of the plan. */
  readonly others: readonly LineText[]
  /** Departments that another scheduled reorganisation changes. */
  readonly taken: ReadonlySet<number>
}
