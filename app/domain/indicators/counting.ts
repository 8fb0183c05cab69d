import { type Day, fiscalYearOf } from '../calendar'

export type CountingBasis = 'implemented' | 'adopted'

/** An improvement on the shelf and a project it is linked to, before the question in which year it counts. */
export interface Candidate {
  readonly improvementId: number
  readonly projectId: number
  readonly implementedOn: Day | null
  /** The day of the committee's decision; null for a practice report, which nobody decides about. */
  readonly adoptedOn: Day | null
}

export interface Counted {
  readonly fiscalYear: number
  readonly projectId: number
  readonly improvementId: number
  readonly basisOn: Day
}

/**
 * The years in which an improvement counts for its project: those in which its basis day lies, by each year's own
 * setting. A practice report counts by the day it was carried out whatever the setting. `bases` holds the years
 * that are still open; a year that is missing there counts nothing.
 */
export function countedOf(candidate: Candidate, bases: ReadonlyMap<number, CountingBasis>): Counted[] {
  const { improvementId, projectId, implementedOn, adoptedOn } = candidate
  const inYearOf = (day: Day | null, counts: (basis: CountingBasis) => boolean): Counted[] => {
    if (day === null) return []
    const fiscalYear = fiscalYearOf(day)
    const basis = bases.get(fiscalYear)
    return basis !== undefined && counts(basis)
      ? [{ fiscalYear, projectId, improvementId, basisOn: day }]
      : []
  }
  if (adoptedOn === null) return inYearOf(implementedOn, () => true)
  return [
    ...inYearOf(implementedOn, (basis) => basis === 'implemented'),
    ...inYearOf(adoptedOn, (basis) => basis === 'adopted'),
  ]
}
