import { fiscalYearLabel } from '#app/domain/calendar'
import type { CasesElsewhere } from '#app/domain/improvements/elsewhere.server'
import type { Narrowing } from '#app/domain/improvements/library'
import type { AppliedFilter } from '#app/ui/filter-panel'
import { effectSizeLabels } from '#app/ui/improvements/library-words'
import { effectTagLabels, ictKindLabels } from '#app/ui/words'
import { paths } from '#app/web/paths'
import { type LibraryFilter, queryOf } from './filter'

/** Each condition in words, with the same list without it. */
export function appliedTo(
  filter: LibraryFilter,
  names: Narrowing,
  cases: CasesElsewhere | undefined,
): AppliedFilter[] {
  const { q, year, bureau, section, tag, ict, effect, chapter, measure } = filter
  const applied = (label: string, shown: string | undefined, ...gone: (keyof LibraryFilter)[]) => {
    if (!shown) return []
    const without = Object.fromEntries(gone.map((name) => [name, name === 'q' ? '' : undefined]))
    return [
      { label: `${label}＝${shown}`, removeHref: paths.improvements(queryOf({ ...filter, ...without })) },
    ]
  }
  const placeIn = (all: Narrowing['bureaus'], id: number | undefined) =>
    id === undefined ? id : (all.find((place) => place.id === id)?.name ?? `所属${id}`)
  const measureOf = (code: string | undefined) =>
    code && (names.measures.find((one) => one.code === code)?.name ?? code)
  return [
    ...applied('ことば', q, 'q'),
    ...applied('年度', year === undefined ? year : fiscalYearLabel(year), 'year'),
    ...applied('部', placeIn(names.bureaus, bureau), 'bureau', 'section'),
    ...applied('課', placeIn(names.sections, section), 'section'),
    ...applied('よくなったこと', tag && effectTagLabels[tag], 'tag'),
    ...applied('使ったICT', ict && ictKindLabels[ict], 'ict'),
    ...applied('1年間の効果', effect && effectSizeLabels[effect], 'effect'),
    ...applied('章', measureOf(chapter), 'chapter', 'measure'),
    ...applied('施策', measureOf(measure), 'measure'),
    ...applied('ほかの課の事例', cases && likeWords(cases), 'like'),
  ]
}

function likeWords({ name, departmentName }: CasesElsewhere): string {
  return `「${name}」と似た事務事業${departmentName && `（${departmentName}の事例を除く）`}`
}
