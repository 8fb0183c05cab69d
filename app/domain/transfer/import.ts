import { type Day, dayOf, type Instant, laterBy } from '../calendar'
import type { Encoding } from './encoding'
import type { ImportedList } from './list'
import type { Mapping } from './mapping'

const DAY_MS = 24 * 60 * 60 * 1000
const undoDays = 30
/** A comparison that was not seen at work for so long has stopped with its process. */
const stalledMs = 30_000

/** How far an import has come; read from its facts, in this order. */
export type ImportStep =
  'discarded' | 'undone' | 'applied' | 'failed' | 'previewed' | 'working' | 'stalled' | 'mapping'

export interface ImportFacts {
  readonly id: number
  readonly list: ImportedList
  readonly fileName: string
  readonly encoding: Encoding
  readonly mapping: Mapping
  readonly uploadedAt: Instant
  readonly uploadedBy: string | null
  readonly rows: number
  readonly workedAt: Instant | null
  readonly progress: number
  readonly failure: string | null
  readonly previewedAt: Instant | null
  readonly fingerprint: string | null
  readonly counts: Readonly<Record<'added' | 'changed' | 'unchanged' | 'missing' | 'error', number>>
  readonly appliedAt: Instant | null
  readonly appliedBy: string | null
  readonly endedMissing: boolean
  readonly undoneAt: Instant | null
  readonly discardedAt: Instant | null
}

export function stepOf(facts: ImportFacts, now: Instant): ImportStep {
  if (facts.discardedAt) return 'discarded'
  if (facts.undoneAt) return 'undone'
  if (facts.appliedAt) return 'applied'
  if (facts.failure !== null) return 'failed'
  if (facts.previewedAt) return 'previewed'
  if (facts.workedAt === null) return 'mapping'
  return facts.workedAt < laterBy(now, -stalledMs) ? 'stalled' : 'working'
}

/** The last day on which it can be taken back. */
export function undoUntil(appliedAt: Instant): Day {
  return dayOf(laterBy(appliedAt, undoDays * DAY_MS))
}

export const stepLabels: Readonly<Record<ImportStep, string>> = {
  discarded: 'やめました',
  undone: '元に戻しました',
  applied: '反映しました',
  failed: '読めませんでした',
  previewed: '反映していません',
  working: '確かめています',
  stalled: '止まっています',
  mapping: '見出しの対応を待っています',
}
