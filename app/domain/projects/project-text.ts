/** A 事務事業 of one year as it is kept, with its year and where it came from. */
export interface KeptProject {
  readonly id: number
  readonly projectId: number
  readonly fiscalYear: number
  readonly closedAt: string | null
  readonly code: string
  readonly name: string
  readonly departmentId: number
  readonly departmentName: string
  readonly inScope: 0 | 1
  readonly excludedReason: string | null
  /** Its row in the year before; null for one that is new. */
  readonly predecessor: { readonly code: string; readonly name: string } | null
  readonly version: number
}

/** What can be put right about a 事務事業 of a year. */
export interface ProjectText {
  readonly name: string
  readonly departmentId: number
  readonly inScope: 0 | 1
  /** Why it does not count; null for one that does. */
  readonly excludedReason: string | null
  /** Its code in the year before; null for one that is new in this year. */
  readonly predecessorCode: string | null
}

export const projectTextLabels: Readonly<Record<keyof ProjectText, string>> = {
  name: '事務事業の名前',
  departmentId: '所管',
  inScope: '指標の対象',
  excludedReason: '対象にしない理由',
  predecessorCode: '前の年度の番号',
}

export function textOf({ predecessor, ...kept }: KeptProject): ProjectText {
  const { name, departmentId, inScope, excludedReason } = kept
  return { name, departmentId, inScope, excludedReason, predecessorCode: predecessor?.code ?? null }
}
