import { fiscalYearLabel } from '#app/domain/calendar'
import { effectTags, ictKinds } from '#app/domain/effects'
import { effectSizes, type Facet, type Narrowing, termOf } from '#app/domain/improvements/library'
import type { ShelfCounts } from '#app/domain/improvements/shelf-counts.server'
import { effectSizeLabels } from '#app/ui/improvements/library-words'
import { effectTagLabels, ictKindLabels } from '#app/ui/words'
import type { LibraryFilter } from './filter'

/** Value and label; nothing else travels to the browser. */
type Option = readonly [string, string]

export type Choices = readonly {
  readonly name: 'year' | 'bureau' | 'section' | 'tag' | 'ict' | 'effect' | 'chapter' | 'measure'
  readonly options: readonly Option[]
}[]

interface Known {
  readonly names: Narrowing
  /** Null where no one number says what would be found. */
  readonly counts: ShelfCounts | null
}

/** The choices of the filters. A number stands beside a choice only where it is what would be found. */
export function choicesOf(filter: LibraryFilter, { names, counts }: Known): Choices {
  const chosen = chosenFacet(filter)
  const counted = (label: string, count: number | undefined) =>
    counts === null ? label : `${label}（${(count ?? 0).toLocaleString('ja-JP')}）`
  const ofTerm = (facet: Facet, value: string, label: string): Option => [
    value,
    chosen === undefined || chosen === facet ? counted(label, counts?.byTerm[termOf(facet, value)]) : label,
  ]
  const places = (all: Narrowing['bureaus'], by: 'byBureau' | 'bySection') =>
    all.map(({ id, name }): Option => [String(id), counted(name, counts?.[by][id])])
  const measures = (...levels: string[]) =>
    names.measures
      .filter(({ level }) => levels.includes(level))
      .map(({ code, name }) => ofTerm('measure', code, `${code}　${name}`))
  const rarer: Choices = [
    { name: 'ict', options: ictKinds.map((ict) => ofTerm('ict', ict, ictKindLabels[ict])) },
    { name: 'effect', options: effectSizes.map((size) => ofTerm('effect', size, effectSizeLabels[size])) },
    { name: 'chapter', options: measures('chapter') },
    { name: 'measure', options: filter.chapter === undefined ? [] : measures('section', 'measure') },
  ]
  const all: Choices = [
    {
      name: 'year',
      options: names.years.map((year): Option => [
        String(year),
        counted(fiscalYearLabel(year), counts?.byYear[year]),
      ]),
    },
    { name: 'bureau', options: places(names.bureaus, 'byBureau') },
    { name: 'section', options: places(names.sections, 'bySection') },
    { name: 'tag', options: effectTags.map((tag) => ofTerm('tag', tag, effectTagLabels[tag])) },
    ...(filter.more ? rarer : []),
  ]
  return all.filter(({ options }) => options.length > 0)
}

/** The terms that the shown filters offer, for the numbers beside them. */
export function termsOffered({ more }: LibraryFilter, { measures }: Narrowing): string[] {
  const rarer = () => [
    ...ictKinds.map((ict) => termOf('ict', ict)),
    ...effectSizes.map((size) => termOf('effect', size)),
    ...measures.map(({ code }) => termOf('measure', code)),
  ]
  return [...effectTags, ...(more ? rarer() : [])]
}

function chosenFacet(filter: LibraryFilter): Facet | undefined {
  const facet = (['tag', 'ict', 'effect'] as const).find((one) => filter[one] !== undefined)
  return facet ?? (filter.chapter === undefined ? undefined : 'measure')
}
