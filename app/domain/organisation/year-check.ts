/** 年度の準備 that no data can tell: a person looks it through and says so. */
export const yearChecks = ['counting', 'deadlines', 'newProjects', 'rubric', 'reasons'] as const
export type YearCheck = (typeof yearChecks)[number]

export const yearCheckLabels: Readonly<Record<YearCheck, string>> = {
  counting: '数え方',
  deadlines: '期限と基準',
  newProjects: '新しい事務事業',
  rubric: '採点表',
  reasons: '理由コード',
}

/** Also of an item that is not asked for any more. */
export function yearCheckInWords(item: string): string {
  return Object.hasOwn(yearCheckLabels, item) ? yearCheckLabels[item as YearCheck] : item
}
