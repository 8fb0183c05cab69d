import { describe, expect, it } from 'vitest'
import { type Candidate, countedOf, type CountingBasis } from './counting'

const both: ReadonlyMap<number, CountingBasis> = new Map([
  [2025, 'adopted'],
  [2026, 'implemented'],
])

function yearsOf(candidate: Partial<Candidate>, bases = both): number[] {
  const whole = { improvementId: 1, projectId: 2, implementedOn: null, adoptedOn: null, ...candidate }
  return countedOf(whole, bases).map(({ fiscalYear }) => fiscalYear)
}

describe('a practice report', () => {
  it.each([
    { implementedOn: '2026-03-31', year: 2025 },
    { implementedOn: '2026-04-01', year: 2026 },
    { implementedOn: '2027-03-31', year: 2026 },
  ])('carried out on $implementedOn counts in $year, whatever the basis', ({ implementedOn, year }) => {
    expect(yearsOf({ implementedOn })).toEqual([year])
  })

  it('counts nowhere without its day, and not in a year that is closed or was never opened', () => {
    expect(yearsOf({ implementedOn: null })).toEqual([])
    expect(yearsOf({ implementedOn: '2024-06-01' })).toEqual([])
  })
})

describe('an adopted proposal', () => {
  it('counts by the day it was carried out where the year says so', () => {
    expect(yearsOf({ adoptedOn: '2026-05-01', implementedOn: null })).toEqual([])
    expect(yearsOf({ adoptedOn: '2026-05-01', implementedOn: '2026-10-01' })).toEqual([2026])
  })

  it('counts by the day of the decision where the year says so', () => {
    expect(yearsOf({ adoptedOn: '2026-03-31', implementedOn: null })).toEqual([2025])
    expect(yearsOf({ adoptedOn: '2026-03-31', implementedOn: '2026-03-31' })).toEqual([2025])
  })

  it('is counted once and with its basis day', () => {
    const candidate = { improvementId: 1, projectId: 2, adoptedOn: '2026-05-01', implementedOn: '2026-10-01' }
    expect(countedOf(candidate, both)).toEqual([
      { fiscalYear: 2026, projectId: 2, improvementId: 1, basisOn: '2026-10-01' },
    ])
  })
})
