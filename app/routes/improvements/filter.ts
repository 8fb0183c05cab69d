import { type EffectTag, effectTags, type IctKind, ictKinds } from '#app/domain/effects'
import {
  type EffectSize,
  type Elsewhere,
  effectSizes,
  type Filter,
  type ShelfOrder,
  shelfOrders,
} from '#app/domain/improvements/library'
import { choiceQuery, numberQuery } from '#app/web/params'
import type { Query } from '#app/web/paths'

/** What the address of the library says. */
export interface LibraryFilter {
  readonly q: string
  readonly year: number | undefined
  readonly bureau: number | undefined
  readonly section: number | undefined
  readonly tag: EffectTag | undefined
  readonly ict: IctKind | undefined
  readonly effect: EffectSize | undefined
  /** Codes of the 総合計画: a 章, and a 節 or 施策 of it. */
  readonly chapter: string | undefined
  readonly measure: string | undefined
  /** Cases of other departments for 事務事業 like this one. */
  readonly like: number | undefined
  readonly sort: ShelfOrder
  /** The rarer filters are shown, one of which may be chosen. */
  readonly more: boolean
}

const longestQuery = 1_000

export function filterOf(url: URL): LibraryFilter {
  const chapter = codeQuery(url, 'chapter')
  const ict = choiceQuery(url, 'ict', ictKinds)
  const effect = choiceQuery(url, 'effect', effectSizes)
  return {
    q: (url.searchParams.get('q') ?? '').trim().slice(0, longestQuery),
    year: numberQuery(url, 'year'),
    bureau: numberQuery(url, 'bureau'),
    section: numberQuery(url, 'section'),
    tag: choiceQuery(url, 'tag', effectTags),
    ict,
    effect,
    chapter,
    measure: chapter === undefined ? undefined : codeQuery(url, 'measure'),
    like: numberQuery(url, 'like'),
    sort: choiceQuery(url, 'sort', shelfOrders) ?? 'new',
    more: url.searchParams.has('more') || [ict, effect, chapter].some((chosen) => chosen !== undefined),
  }
}

/** The address again; what is not chosen is left out. */
export function queryOf({ q, sort, more: _, ...filter }: LibraryFilter): Query {
  return { q: q || undefined, ...filter, sort: sort === 'new' ? undefined : sort }
}

/** Whether anything is narrowed; an order narrows nothing. */
export function isNarrowed(filter: LibraryFilter): boolean {
  return Object.values(queryOf({ ...filter, sort: 'new' })).some((value) => value !== undefined)
}

/** The filter as the domain knows it. A section is narrower than its bureau, so it alone counts; so is a 施策. */
export function conditionsOf(
  { year, bureau, section, tag, ict, effect, chapter, measure }: LibraryFilter,
  elsewhere: Elsewhere | undefined,
): Filter {
  return {
    fiscalYear: year,
    departmentId: section,
    bureauId: section === undefined ? bureau : undefined,
    ...{ tag, ict, effect, measure: measure ?? chapter, elsewhere },
  }
}

/** As cities number their plans: 「1」, 「11」, 「7-2-1」. */
function codeQuery(url: URL, name: string): string | undefined {
  const code = url.searchParams.get(name) ?? ''
  return /^[\w.-]{1,20}$/.test(code) ? code : undefined
}
