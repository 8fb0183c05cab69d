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

/** A department that is among what comes out of it goes on; the others end on the eve. */
export function goesOn(line: Line, former: Former): boolean {
  return line.laters.some(({ departmentId }) => departmentId === former.id)
}

/** From which to which: what a department was asked to do goes along these. */
export function edgesOf(line: Line): { readonly former: Former; readonly later: Later }[] {
  return line.formers.flatMap((former) =>
    line.laters.filter(({ departmentId }) => departmentId !== former.id).map((later) => ({ former, later })),
  )
}

/**
 * The first year whose 事務事業 stand with the new departments. Within a year they keep the department of the year's list:
 * a reorganisation in October moves no figure of the year that runs.
 */
export function firstYearOf(effectiveOn: Day): number {
  const year = fiscalYearOf(effectiveOn)
  return effectiveOn === firstDayOf(year) ? year : year + 1
}

/**
 * Where a project of a department goes: where there is a choice 「分割」, to the one chosen, else it stays with a
 * department that goes on. Null while it has to be chosen.
 */
export function destinationOf(line: Line, former: Former, chosenId: number | null): Later | null {
  const own = line.laters.find(({ departmentId }) => departmentId === former.id)
  const chosen = line.laters.find(({ id }) => id === chosenId)
  if (line.kind === 'split') return chosen ?? own ?? null
  return own ?? line.laters[0] ?? null
}

/** 「市民課 → 窓口課、証明課」 */
export function lineInWords(line: Line): string {
  const formers = line.formers.map(({ name }) => name).join('、')
  const laters = line.laters.map(({ name }) => name).join('、')
  if (line.kind === 'found') return laters
  return `${formers} → ${laters}`
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

/** Departments of the day that nobody would head, by who is headed that day as it is now entered. */
export function withoutHead(
  { lines, scheduled }: Reorganisation,
  isHeaded: (departmentId: number) => boolean,
): Later[] {
  return lines.flatMap(({ kind, formers, laters }) =>
    laters.filter(({ departmentId }) => {
      if (departmentId !== null && isHeaded(departmentId)) return false
      return !(scheduled === null && kind === 'rename' && formers.some(({ id }) => isHeaded(id)))
    }),
  )
}
