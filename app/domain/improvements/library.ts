import { type EffectTag, effectTagsOf, type IctKind } from '../effects'

/** What a list of the library can be narrowed to. */
export interface Filter {
  readonly fiscalYear?: number | undefined
  /** 課, or the bureau itself for what its own staff did. */
  readonly departmentId?: number | undefined
  /** 部 with all its sections. */
  readonly bureauId?: number | undefined
  readonly tag?: EffectTag | undefined
  readonly ict?: IctKind | undefined
  /** Code of a 章, 節 or 施策 of the 総合計画. */
  readonly measure?: string | undefined
  readonly effect?: EffectSize | undefined
  readonly elsewhere?: Elsewhere | undefined
}

/** What other departments did for 事務事業 of one kind. */
export interface Elsewhere {
  /** Each as a row of the shelf has them. */
  readonly projects: readonly string[]
  /** The department that is left out. */
  readonly notBy: number
}

/** What there is to narrow it to. */
export interface Narrowing {
  readonly years: readonly number[]
  readonly bureaus: readonly Place[]
  readonly sections: readonly Place[]
  readonly measures: readonly Measure[]
}

interface Place {
  readonly id: number
  readonly name: string
}

/** 章, 節 or 施策 of the 総合計画. */
export interface Measure {
  readonly code: string
  readonly name: string
  readonly level: 'chapter' | 'section' | 'measure'
}

export const shelfOrders = ['new', 'copies', 'minutes'] as const
export type ShelfOrder = (typeof shelfOrders)[number]

export const effectSizes = ['minutes', 'hundredHours', 'yen'] as const
export type EffectSize = (typeof effectSizes)[number]

const hundredHours = 6_000

export type Facet = 'tag' | 'ict' | 'measure' | 'effect'

/** A term under which an improvement stands on the shelf; what got better needs no prefix. */
export function termOf(facet: Facet, value: string): string {
  return facet === 'tag' ? value : `${facet}:${value}`
}

/** The terms that a filter asks for, all of which must fit. */
export function termsFor({ tag, ict, measure, effect }: Omit<Filter, 'fiscalYear'>): string[] {
  return [tag, ...termsBesides({ ict, measure, effect })].filter((term) => term !== undefined)
}

/** Those of them that the text index does not know. */
export function termsBesides({ ict, measure, effect }: Pick<Filter, 'ict' | 'measure' | 'effect'>): string[] {
  return [
    ...(ict === undefined ? [] : [termOf('ict', ict)]),
    ...(measure === undefined ? [] : [termOf('measure', measure)]),
    ...(effect === undefined ? [] : [termOf('effect', effect)]),
  ]
}

interface Shelved {
  readonly effectTags?: string | undefined
  readonly ictKind?: string | null | undefined
  readonly minutesPerYear?: number | null | undefined
  readonly yenPerYear?: number | null | undefined
}

/** All terms of one improvement; `measures` are codes with everything above them. */
export function termsOfShelved(
  { effectTags = '[]', ictKind, minutesPerYear, yenPerYear }: Shelved,
  measures: readonly string[],
): string[] {
  const minutes = minutesPerYear ?? 0
  return [
    ...effectTagsOf(effectTags),
    ...(ictKind ? [termOf('ict', ictKind)] : []),
    ...measures.map((code) => termOf('measure', code)),
    ...(minutes > 0 ? [termOf('effect', 'minutes')] : []),
    ...(minutes >= hundredHours ? [termOf('effect', 'hundredHours')] : []),
    ...((yenPerYear ?? 0) > 0 ? [termOf('effect', 'yen')] : []),
  ]
}
