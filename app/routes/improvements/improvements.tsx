import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel } from '#app/domain/calendar'
import { effectTags } from '#app/domain/effects'
import { listImprovements } from '#app/domain/improvements/listing.server'
import { listPlaces } from '#app/domain/improvements/places.server'
import { listFiscalYears } from '#app/domain/organisation/fiscal-years.server'
import { searchImprovements } from '#app/domain/search/finding.server'
import { readQuery } from '#app/domain/search/query'
import { listSynonyms, maySetSynonyms } from '#app/domain/search/synonyms.server'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { ButtonLink } from '#app/ui/form/actions'
import { formOf, Hidden, SelectField } from '#app/ui/form/fields'
import { ImprovementList } from '#app/ui/improvements/improvement-list'
import { SearchBox } from '#app/ui/improvements/search-box'
import { Page } from '#app/ui/page'
import { Count, Pagination } from '#app/ui/pagination'
import { effectTagLabels } from '#app/ui/words'
import { admitSearch } from '#app/web/pace.server'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { appliedTo, conditionsOf, filterOf, queryOf } from './filter'

export const loader = page(async ({ actor, db, today, url }) => {
  const filter = filterOf(url)
  const place = { before: numberQuery(url, 'before'), after: numberQuery(url, 'after') }
  if (filter.q !== '') await admitSearch(actor.personId)
  const query = filter.q === '' ? null : readQuery(filter.q, await listSynonyms(db))
  const conditions = conditionsOf(filter)
  const found = query
    ? await searchImprovements(db, query, conditions, place)
    : await listImprovements(db, conditions, place)
  return {
    filter,
    found,
    words: query?.words ?? [],
    setsSynonyms: maySetSynonyms(actor).ok,
    /** Something was typed in which there is no letter and no digit. */
    unsearchable: filter.q !== '' && !query,
    isFirst: place.before === undefined && place.after === undefined,
    years: await listFiscalYears(db),
    places: await listPlaces(db, today, { bureauId: filter.bureau, departmentId: filter.section }),
  }
})

export const meta: MetaFunction = () => titled('改善事例')

export default function ImprovementsPage() {
  const { filter, found, words, setsSynonyms, unsearchable, isFirst, places } = useLoaderData<typeof loader>()
  const query = queryOf(filter)
  return (
    <Page title="改善事例" wide>
      <SearchBox
        key={filter.q}
        action={paths.improvements()}
        query={filter.q}
        kept={{ ...query, q: undefined }}
      />
      <a href={paths.search({ q: filter.q || undefined })} className="nav-link no-print">
        提案・事務事業・課・職員も探す
      </a>
      <a href={paths.news()} className="nav-link no-print">
        カイゼンニュース
      </a>
      {setsSynonyms && (
        <a href={paths.synonyms()} className="nav-link no-print">
          検索の同義語を決める
        </a>
      )}
      <FilterPanel
        action={paths.improvements()}
        applied={appliedTo(filter, places)}
        clearHref={paths.improvements()}
        filters={<Filters />}
      >
        {unsearchable && <p>検索できることばがないため、ことばでは絞り込んでいません。</p>}
        {found.rows.length === 0 ? (
          <Nothing />
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-x-6">
              <Count
                total={found.total}
                capped={found.capped}
                from={isFirst ? 1 : undefined}
                to={isFirst ? found.rows.length : undefined}
              />
              <p className="secondary">新しい順</p>
              <a href={paths.improvementsDownload(query)} className="nav-link no-print" download>
                この条件の一覧をCSVで保存する
              </a>
            </div>
            <ImprovementList
              rows={found.rows}
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

function Filters() {
  const { filter, years, places } = useLoaderData<typeof loader>()
  const text = (value: string | number | undefined) => String(value ?? '')
  const form = formOf({
    year: text(filter.year),
    bureau: text(filter.bureau),
    section: text(filter.section),
    tag: text(filter.tag),
  })
  const options = (all: readonly { id: number; name: string }[]) =>
    all.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <>
      {filter.q && <Hidden name="q" value={filter.q} />}
      <SelectField
        form={form}
        name="year"
        label="年度"
        empty="すべて"
        options={years.map((year) => ({ value: String(year), label: fiscalYearLabel(year) }))}
      />
      <SelectField form={form} name="bureau" label="部" empty="すべて" options={options(places.bureaus)} />
      {places.sections.length > 0 && (
        <SelectField
          form={form}
          name="section"
          label="課"
          empty="部のすべて"
          options={options(places.sections)}
        />
      )}
      <SelectField
        form={form}
        name="tag"
        label="よくなったこと"
        empty="すべて"
        options={effectTags.map((tag) => ({ value: tag, label: effectTagLabels[tag] }))}
      />
    </>
  )
}

function Nothing() {
  const { filter } = useLoaderData<typeof loader>()
  const isFiltered = Object.values(queryOf(filter)).some((value) => value !== undefined)
  return isFiltered ? (
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
