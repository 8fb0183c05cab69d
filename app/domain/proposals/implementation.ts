import type { Day, Instant } from '../calendar'
import type { ImplementationStatus } from './decision'

/** What a progress report may say; beginning, completion, verification and giving up are acts of their own. */
export const reportableStatuses = [
  'preparing',
  'inProgress',
  'suspended',
] as const satisfies ImplementationStatus[]
export type ReportableStatus = (typeof reportableStatuses)[number]

/** What an implementing department carries out, as a page shows it. */
export interface ImplementationView {
  departmentName: string
  status: ImplementationStatus
  owner: string
  plannedOn: Day | null
  nextReportOn: Day | null
  project: { id: number; name: string } | null
  startedAt: Instant | null
  implementedOn: Day | null
  actualMinutesPerYear: number | null
  actualYenPerYear: number | null
  recurring: boolean
  actualEffect: string
  evidence: string
  completedAt: Instant | null
  verifiedAt: Instant | null
  verification: string
  endedAt: Instant | null
  endReason: string
  reports: readonly ProgressReport[]
}

/** A dated fact; newest first in a view. */
export interface ProgressReport {
  id: number
  status: ImplementationStatus
  text: string
  nextReportOn: Day | null
  reportedAt: Instant
}
