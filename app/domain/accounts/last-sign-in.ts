import type { Instant } from '../calendar'

export interface LastSignIn {
  /** The time before this one; null the first time. */
  readonly previousAt: Instant | null
  /** Wrong passwords between the two. */
  readonly failures: number
}
