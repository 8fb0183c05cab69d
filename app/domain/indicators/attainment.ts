import type { Day } from '../calendar'
import type { CountingBasis } from './counting'
import { permilleOf, projectsMissing } from './ratio'

/** 年度内に改善を図った事務事業の割合: a share never comes without what it is made of. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  /** Tenths of a percent; null where there is no project. */
  readonly permille: number | null
}

export interface YearShare extends Share {
  readonly fiscalYear: number
  readonly targetPermille: number | null
}

/** How a year counts, to be printed beside every figure that it produces. */
export interface CountingRule {
  readonly basis: CountingBasis
  readonly denominator: 'all' | 'inScope'
  readonly definition: string
  /** Projects of the year that are outside the denominator. */
  readonly excluded: number
  /** 「確定」 since then; null while the figure is 「速報」. */
  readonly closedAt: string | null
  /** A department with fewer projects has its share marked 「参考」. */
  readonly smallBelow: number
}

export interface Attainment extends YearShare {
  readonly rule: CountingRule
  /** 基準日: today, or the last day of a year that is over. */
  readonly asOf: Day
  /** Projects still to be improved until the target is reached; null without a target. */
  readonly missing: number | null
  readonly sameDayLastYear: (Share & { readonly on: Day }) | null
  /** 見込み: what adopted proposals would add once they are carried out; null where that moves nothing any more. */
  readonly expected: { readonly projects: number; readonly permille: number } | null
  readonly years: readonly YearShare[]
}

export interface DepartmentShare extends Share {
  readonly departmentId: number
  readonly departmentName: string
  /** The bureau 「部」 of the department; the department itself when it is a bureau. */
  readonly bureauId: number
  readonly bureauName: string
  /** Too few projects for the share to say much 「参考」. */
  readonly isSmall: boolean
}

/** All projects of a bureau and of the departments in it. */
export interface BureauShare extends Share {
  readonly bureauId: number
  readonly bureauName: string
  readonly departments: number
}

export interface DepartmentStanding extends Share {
  readonly targetPermille: number | null
  readonly missing: number | null
  readonly isSmall: boolean
}

/** A 事務事業 of a year, and since when it counts as improved. */
export interface ProjectState {
  readonly projectId: number
  readonly code: string
  readonly name: string
  readonly departmentId: number
  readonly departmentName: string
  readonly firstOn: Day | null
  readonly improvements: number
}

export const projectStates = ['improved', 'notYet', 'expected'] as const
/** 改善あり, まだ改善なし, 見込み. */
export type ProjectStateName = (typeof projectStates)[number]

export function shareOf(numerator: number, denominator: number): Share {
  return { numerator, denominator, permille: permilleOf(numerator, denominator) }
}

export function missingOf(share: Share, targetPermille: number | null): number | null {
  return targetPermille === null ? null : projectsMissing(share.numerator, share.denominator, targetPermille)
}

/** By share, the highest first, and by organisation where two are equal; departments without a share last. */
export function byShare(departments: readonly DepartmentShare[]): DepartmentShare[] {
  return departments.toSorted((one, other) => (other.permille ?? -1) - (one.permille ?? -1))
}

/** The departments' shares summed up by bureau, in the order they come in. */
export function byBureau(departments: readonly DepartmentShare[]): BureauShare[] {
  const bureaus = new Map<number, { bureauName: string; departments: DepartmentShare[] }>()
  for (const department of departments) {
    const { bureauId, bureauName } = department
    const bureau = bureaus.get(bureauId)
    if (bureau) bureau.departments.push(department)
    else bureaus.set(bureauId, { bureauName, departments: [department] })
  }
  return Array.from(bureaus, ([bureauId, bureau]) => ({
    ...shareOf(sumOf(bureau.departments, 'numerator'), sumOf(bureau.departments, 'denominator')),
    bureauId,
    bureauName: bureau.bureauName,
    departments: bureau.departments.length,
  }))
}

function sumOf(shares: readonly Share[], part: 'numerator' | 'denominator'): number {
  return shares.reduce((sum, share) => sum + share[part], 0)
}
