import type { Instant } from '../calendar'
import type { Sharing } from './memo'

export interface Companion {
  readonly personId: number
  readonly name: string
  /** Of today; null for somebody who has left. */
  readonly departmentName: string | null
}

/** What a memo became, for its writer alone. */
export interface Grown {
  readonly into: 'practice' | 'proposal'
  readonly id: number
  readonly title: string
  /** It can still be written on. */
  readonly isDraft: boolean
}

/** A memo as one reader may know it. */
export interface ShownMemo {
  readonly id: number
  readonly text: string
  readonly writtenAt: Instant
  readonly sharing: Sharing
  /** Of the department it is shared with. */
  readonly departmentName: string | null
  readonly writer: Companion
  readonly companions: readonly Companion[]
  readonly photo: { readonly id: number; readonly description: string } | null
  readonly grown: Grown | null
  readonly version: number
}
