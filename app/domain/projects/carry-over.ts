/** 引き継ぎ: what becomes of a 事務事業 in the year after. */
export const carryOverKinds = ['continued', 'renamed', 'transferred', 'merged', 'ended'] as const
export type CarryOverKind = (typeof carryOverKinds)[number]

export const carryOverLabels: Readonly<Record<CarryOverKind, string>> = {
  continued: '継続',
  renamed: '名称変更',
  transferred: '所管替え',
  merged: '統合',
  ended: '終了',
}

interface Named {
  readonly id: number
  readonly name: string
}

/** A 事務事業 of the year before, with what was decided about it and how far that has come. */
export interface CarryOver {
  /** Of the year before. */
  readonly projectYearId: number
  readonly projectId: number
  readonly code: string
  readonly name: string
  readonly department: Named
  /** The 部, for a department that has one. */
  readonly bureau: Named | null
  readonly kind: CarryOverKind
  /** Where it gets another one. */
  readonly newName: string | null
  readonly newDepartment: Named | null
  /** Of a merger: the code in the year after, and how it is called there. */
  readonly into: { readonly code: string; readonly name: string | null } | null
  /** `done`: it has a row in the year after, went into another one, or has ended. */
  readonly state: 'open' | 'done'
  /** Where its department is not there on the first day of the year: those that come out of it. */
  readonly heirs: readonly Named[] | null
  /** Why it cannot be carried over as it was decided. */
  readonly fault: string | null
}

/** How many of each kind are left to carry over. */
export function countKinds(lines: readonly CarryOver[]): Readonly<Record<CarryOverKind, number>> {
  const count = (kind: CarryOverKind) => lines.filter((line) => line.kind === kind).length
  return {
    ...{ continued: count('continued'), renamed: count('renamed'), transferred: count('transferred') },
    ...{ merged: count('merged'), ended: count('ended') },
  }
}

/** 「事務事業640件を引き継ぎました（名称変更2件、終了1件）」 */
export function carriedOverInWords({
  carried,
  ...changed
}: { readonly carried: number } & Readonly<Record<Exclude<CarryOverKind, 'continued'>, number>>): string {
  const parts = carryOverKinds.flatMap((kind) =>
    kind !== 'continued' && changed[kind] > 0 ? [`${carryOverLabels[kind]}${changed[kind]}件`] : [],
  )
  return `事務事業${carried}件を引き継ぎました${parts.length > 0 ? `（${parts.join('、')}）` : ''}`
}

/** Merged and ended ones have no row in the year after. */
export function goesOn({ kind }: Pick<CarryOver, 'kind'>): boolean {
  return kind !== 'merged' && kind !== 'ended'
}

interface NextYear {
  /** Project by code, of the rows that the year after has already. */
  readonly taken: ReadonlyMap<string, number>
  /** Codes that the year after will have. */
  readonly coming: ReadonlySet<string>
}

/** Why a line cannot be carried over as it was decided, in a sentence; null when it can. */
export function faultOf(line: Omit<CarryOver, 'fault'>, { taken, coming }: NextYear): string | null {
  const { code, kind, projectId, department, heirs, into, newDepartment } = line
  if (kind === 'ended') return null
  if (kind === 'merged') {
    if (into === null || into.code === code) return '統合先を選び直してください。'
    return coming.has(into.code)
      ? null
      : `統合先の番号「${into.code}」が、次の年度の一覧にありません。統合先を選び直してください。`
  }
  const holder = taken.get(code)
  if (holder !== undefined && holder !== projectId) {
    return `番号「${code}」を、次の年度の別の事務事業が使っています。一覧の取り込みで、前年度のコードを添えて登録してください。`
  }
  if (heirs === null || newDepartment !== null || heirs.length > 0) return null
  return `${department.name}は次の年度の初日にはありません。所管替え、統合、終了のどれかを選んでください。`
}
