import { type Day, firstDayOf, fiscalYearOf, type Instant } from '../calendar'

/** 組織改正: what becomes of departments on a day. */
export const lineKinds = ['rename', 'split', 'merge', 'abolish', 'found'] as const
export type LineKind = (typeof lineKinds)[number]

export const lineLabels: Readonly<Record<LineKind, string>> = {
  rename: '改称',
  split: '分割',
  merge: '統合',
  abolish: '廃止',
  found: '新設',
}

/** As many departments as a form has room for. */
export const mostOf: Readonly<Record<LineKind, { readonly formers: number; readonly laters: number }>> = {
  rename: { formers: 1, laters: 1 },
  split: { formers: 1, laters: 4 },
  merge: { formers: 5, laters: 1 },
  abolish: { formers: 1, laters: 1 },
  found: { formers: 0, laters: 1 },
}

/** A department that comes out of a line: one that is there already, or a new one by its code. */
export interface LaterText {
  readonly departmentId: number | null
  readonly code: string
  readonly name: string
  /** Code of the 部 of a new 課; null for a new 部. It may be new itself. */
  readonly parentCode: string | null
}

export interface LineText {
  readonly kind: LineKind
  readonly formerIds: readonly number[]
  readonly laters: readonly LaterText[]
}

export interface Former {
  readonly id: number
  readonly code: string
  readonly name: string
}

export interface Later extends LaterText {
  readonly id: number
  readonly isNew: boolean
}

export interface Line {
  readonly id: number
  readonly kind: LineKind
  readonly formers: readonly Former[]
  readonly laters: readonly Later[]
}

interface Deed {
  readonly at: Instant
  /** Null for the system. */
  readonly by: string | null
}

export interface ReorganisationFacts {
  readonly id: number
  readonly name: string
  readonly effectiveOn: Day
  readonly planned: Deed
  readonly changed: Deed
  readonly scheduled: Deed | null
  readonly cancelled: Deed | null
  readonly version: number
  /** How many 事務事業 it has moved. */
  readonly placed: number
}

export interface Reorganisation extends ReorganisationFacts {
  readonly lines: readonly Line[]
}

export type ReorganisationState = 'draft' | 'scheduled' | 'inForce' | 'cancelled'

export const stateLabels: Readonly<Record<ReorganisationState, string>> = {
  draft: '案',
  scheduled: '予定',
  inForce: '施行済み',
  cancelled: '取消し',
}

/** Follows from the days alone: nothing has to run for a reorganisation to take effect. */
export function stateOf(
  { scheduled, cancelled, effectiveOn }: Pick<ReorganisationFacts, 'scheduled' | 'cancelled' | 'effectiveOn'>,
  today: Day,
): ReorganisationState {
  if (cancelled) return 'cancelled'
  if (!scheduled) return 'draft'
  return effectiveOn > today ? 'scheduled' : 'inForce'
}

/**
 * The first year whose 事務事業 stand with the new departments. Within a year they keep the department of the year's list:
 * a reorganisation in October moves no figure of the year that runs.
 */
export function firstYearOf(effectiveOn: Day): number {
  const year = fiscalYearOf(effectiveOn)
  return effectiveOn === firstDayOf(year) ? year : year + 1
}

/** What is open in a department today, with what came down to it from those before. */
export interface OpenWork {
  readonly considerations: number
  readonly implementations: number
  readonly reports: number
  readonly held: number
  readonly spreads: number
  /** 代理 that would reach the day, and end with the department. */
  readonly delegations: number
  /** Seats on bodies of its people: they belong to the person and stay. */
  readonly seats: number
}
