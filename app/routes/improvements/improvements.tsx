import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type CasesElsewhere, findCasesElsewhere } from '#app/domain/improvements/elsewhere.server'
import { excerptOf } from '#app/domain/improvements/excerpt'
import { listImprovements } from '#app/domain/improvements/listing.server'
import { listNarrowing } from '#app/domain/improvements/narrowing.server'
import { countShelved, isCounted } from '#app/domain/improvements/shelf-counts.server'
import { mayKeepRounds } from '#app/domain/improvements/round'
import { headedDepartmentIds } from '#app/domain/organisation/actor'
import { searchImprovements } from '#app/domain/search/finding.server'
import { readQuery } from '#app/domain/search/query'
import { listSynonyms, maySetSynonyms } from '#app/domain/search/synonyms.server'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { ButtonLink } from '#app/ui/form/actions'
import { ImprovementList } from '#app/ui/improvements/improvement-list'
import { SearchBox } from '#app/ui/improvements/search-box'
import { Page } from '#app/ui/page'
import { Count, Pagination } from '#app/ui/pagination'
import { admitSearch } from '#app/web/pace.server'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { appliedTo } from './applied'
import { choicesOf, termsOffered } from './choices'
import { conditionsOf, filterOf, isNarrowed, type LibraryFilter, queryOf } from './filter'
import { Filters } from './filters'
import { Orders } from './orders'

export const loader = page(async ({ actor, db, today, url }) => {
  const filter = filterOf(url)
  const place = { before: numberQuery(url, 'before'), after: numberQuery(url, 'after') }
  if (filter.q !== '') await admitSearch(actor.personId)
  const query = filter.q === '' ? null : readQuery(filter.q, await listSynonyms(db))
  const cases = filter.like === undefined ? undefined : await findCasesElsewhere(db, filter.like, today)
  const conditions = conditionsOf(filter, cases)
  const names = await listNarrowing(db, today, filter)
  const counts =
    query === null && isCounted(conditions)
      ? await countShelved(db, conditions, {
          years: names.years,
          bureaus: names.bureaus.map(({ id }) => id),
          sections: names.sections.map(({ id }) => id),
          terms: termsOffered(filter, names),
        })
      : null
  const found = query
    ? await searchImprovements(db, query, conditions, place, filter.sort)
    : await listImprovements(db, conditions, place, {
        order: filter.sort,
        total: counts?.total ?? totalOf(filter, cases),
      })
  return {
    filter,
    found: { ...found, rows: found.rows.map(forOneLine) },
    choices: choicesOf(filter, { names, counts }),
    applied: appliedTo(filter, names, cases),
    words: query?.words ?? [],
    asksOrAnswers: mayKeepRounds(actor).ok || headedDepartmentIds(actor).length > 0,
    setsSynonyms: maySetSynonyms(actor).ok,
    /** Something was typed in which there is no letter and no digit. */
    unsearchable: filter.q !== '' && !query,
    onlyNewest: found.capped && query !== null && filter.sort !== 'new',
    isFirst: place.before === undefined && place.after === undefined,
  }
})

/** The summary knows how many there are where nothing else is narrowed. */
function totalOf(filter: LibraryFilter, cases: CasesElsewhere | undefined): number | undefined {
  return isNarrowed({ ...filter, like: undefined }) ? undefined : cases?.total
}

/** The library is read by its titles; what stands under one has to fit on one line. */
const excerptInList = 40

function forOneLine<Row extends { readonly excerpt: string }>(row: Row): Row {
  return { ...row, excerpt: excerptOf(row.excerpt, excerptInList) }
}

export const meta: MetaFunction = () => titled('改善事例')

export default function ImprovementsPage() {
  const {
    filter,
    found,
    words,
    setsSynonyms,
    asksOrAnswers,
    unsearchable,
    isFirst,
    choices,
    applied,
    onlyNewest,
  } = useLoaderData<typeof loader>()
  const query = queryOf(filter)
  const { rows } = found
  return (
    <Page title="改善事例" wide>
      <SearchBox
        key={filter.q}
        action={paths.improvements()}
        query={filter.q}
        kept={{ ...query, q: undefined }}
      />
      <div className="flex flex-wrap gap-x-6 no-print">
        <a href={paths.search({ q: filter.q || undefined })} className="nav-link">
          提案・事務事業・課・職員も探す
        </a>
        <a href={paths.news()} className="nav-link">
          カイゼンニュース
        </a>
        <a href={paths.savedSearches(query)} className="nav-link">
          保存・印刷
        </a>
        {asksOrAnswers && (
          <a href={paths.rounds()} className="nav-link">
            うちの課では？
          </a>
        )}
        {setsSynonyms && (
          <a href={paths.synonyms()} className="nav-link">
            検索の同義語を決める
          </a>
        )}
      </div>
      <FilterPanel
        action={paths.improvements()}
        applied={applied}
        clearHref={paths.improvements()}
        filters={<Filters filter={filter} choices={choices} />}
      >
        {unsearchable && <p>検索できることばがないため、ことばでは絞り込んでいません。</p>}
        {rows.length === 0 ? (
          <Nothing />
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-x-6">
              <Count
                total={found.total}
                capped={found.capped}
                from={isFirst ? 1 : undefined}
                to={isFirst ? rows.length : undefined}
              />
              <Orders filter={filter} onlyNewest={onlyNewest} />
            </div>
            <ImprovementList
              rows={rows}
              words={words}
              hrefOf={paths.improvement}
              thumbnailOf={paths.thumbnail}
            />
          </>
        )}
        <Pagination
          previousHref={
            found.previousAfter === null ? null : paths.improvements({ ...query, after: found.previousAfter })
          }
          nextHref={
            found.nextBefore === null ? null : paths.improvements({ ...query, before: found.nextBefore })
          }
        />
      </FilterPanel>
    </Page>
  )
}

function Nothing() {
  const { filter } = useLoaderData<typeof loader>()
  return isNarrowed(filter) ? (
    <Empty
      action={
        <ButtonLink kind="secondary" href={paths.improvements()}>
          条件をすべて外す
        </ButtonLink>
      }
    >
      条件に合う改善事例はありません。
    </Empty>
  ) : (
    <Empty action={<ButtonLink href={paths.newPractice()}>改善を報告する</ButtonLink>}>
      まだ改善事例がありません。確認された報告と、採用された提案が載ります。
    </Empty>
  )
}
