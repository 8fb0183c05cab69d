import { fiscalYearLabel } from '#app/domain/calendar'
import { type EffectTag, effectTags } from '#app/domain/effects'
import type { AppliedFilter } from '#app/ui/filter-panel'
import { effectTagLabels } from '#app/ui/words'
import { choiceQuery, numberQuery } from '#app/web/params'
import { paths, type Query } from '#app/web/paths'

/** What the address of the library says. */
export interface LibraryFilter {
  readonly q: string
  readonly year: number | undefined
  readonly bureau: number | undefined
  readonly section: number | undefined
  readonly tag: EffectTag | undefined
}

const longestQuery = 1_000

export function filterOf(url: URL): LibraryFilter {
  return {
    q: (url.searchParams.get('q') ?? '').trim().slice(0, longestQuery),
    year: numberQuery(url, 'year'),
    bureau: numberQuery(url, 'bureau'),
    section: numberQuery(url, 'section'),
    tag: choiceQuery(url, 'tag', effectTags),
  }
}

/** The address again; what is not chosen is left out. */
export function queryOf({ q, ...filter }: LibraryFilter): Query {
  return { q: q || undefined, ...filter }
}

/** The filter as the domain knows it. A section is narrower than its bureau, so it alone counts. */
export function conditionsOf({ year, bureau, section, tag }: LibraryFilter) {
  return {
    fiscalYear: year,
    departmentId: section,
    bureauId: section === undefined ? bureau : undefined,
    tag,
  }
}

/** Each condition in words, with the same list without it. */
export function appliedTo(
  filter: LibraryFilter,
  places: { bureaus: readonly Named[]; sections: readonly Named[] },
): AppliedFilter[] {
  const { q, year, bureau, section, tag } = filter
  const without = (change: Partial<LibraryFilter>) => paths.improvements(queryOf({ ...filter, ...change }))
  const nameOf = (all: readonly Named[], id: number) =>
    all.find((place) => place.id === id)?.name ?? `所属${id}`
  return [
    ...(q ? [{ label: `ことば＝${q}`, removeHref: without({ q: '' }) }] : []),
    ...(year ? [{ label: `年度＝${fiscalYearLabel(year)}`, removeHref: without({ year: undefined }) }] : []),
    ...(bureau
      ? [
          {
            label: `部＝${nameOf(places.bureaus, bureau)}`,
            removeHref: without({ bureau: undefined, section: undefined }),
          },
        ]
      : []),
    ...(section
      ? [{ label: `課＝${nameOf(places.sections, section)}`, removeHref: without({ section: undefined }) }]
      : []),
    ...(tag
      ? [{ label: `よくなったこと＝${effectTagLabels[tag]}`, removeHref: without({ tag: undefined }) }]
      : []),
  ]
}

interface Named {
  readonly id: number
  readonly name: string
}
