import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchImprovements } from '#app/domain/search/finding.server'
import { type Found, searchByName, shownOfKind } from '#app/domain/search/everywhere.server'
import { readQuery } from '#app/domain/search/query'
import { listSynonyms } from '#app/domain/search/synonyms.server'
import { countWords } from '#app/ui/count-words'
import { Empty } from '#app/ui/empty'
import { Highlighted } from '#app/ui/highlighted'
import { ImprovementList } from '#app/ui/improvements/improvement-list'
import { SearchBox } from '#app/ui/improvements/search-box'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { admitSearch } from '#app/web/pace.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

const longestQuery = 1_000
const improvementsShown = 5

export const loader = page(async ({ actor, db, url }) => {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, longestQuery)
  if (q !== '') await admitSearch(actor.personId)
  const synonyms = q === '' ? [] : await listSynonyms(db)
  const query = readQuery(q, synonyms)
  const found = query && (await searchImprovements(db, query, {}, {}))
  const named = query ? await searchByName(db, actor, q, synonyms) : []
  return {
    q,
    words: query?.words ?? [],
    improvements: found?.rows.slice(0, improvementsShown) ?? [],
    total: found?.total ?? 0,
    capped: found?.capped ?? false,
    sections: kinds.flatMap(({ kind, title }) => {
      const ofKind = named.filter((one) => one.kind === kind)
      return ofKind.length === 0
        ? []
        : [{ kind, title, found: ofKind.slice(0, shownOfKind), more: ofKind.length > shownOfKind }]
    }),
  }
})

const kinds = [
  { kind: 'proposal', title: '提案' },
  { kind: 'project', title: '事務事業' },
  { kind: 'department', title: '課' },
  { kind: 'person', title: '職員' },
] as const satisfies { kind: Found['kind']; title: string }[]

const hrefs: Readonly<Record<Found['kind'], (id: number) => string>> = {
  proposal: paths.proposal,
  project: paths.project,
  department: paths.department,
  person: paths.person,
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data?.q ? `「${data.q}」の検索` : '検索')

/** One box for all there is: improvements by what they say, the rest by what it is called. */
export default function SearchPage() {
  const { q, words, improvements, total, capped, sections } = useLoaderData<typeof loader>()
  return (
    <Page title="検索">
      <SearchBox key={q} action={paths.search()} query={q} kept={{}} />
      {q !== '' && improvements.length === 0 && sections.length === 0 && (
        <Empty>「{q}」に当てはまるものは見つかりませんでした。</Empty>
      )}
      {improvements.length > 0 && (
        <section className="flow" aria-labelledby="improvements">
          <h2 id="improvements">改善事例（{countWords({ total, capped })}）</h2>
          <ImprovementList
            rows={improvements}
            words={words}
            hrefOf={paths.improvement}
            thumbnailOf={paths.thumbnail}
          />
          {total > improvements.length && (
            <a href={paths.improvements({ q })} className="nav-link">
              改善事例をすべて見る・絞り込む
            </a>
          )}
        </section>
      )}
      {sections.map(({ kind, title, found, more }) => (
        <section key={kind} className="flow" aria-labelledby={kind}>
          <h2 id={kind}>{title}</h2>
          <ItemList
            label={title}
            items={found.map(({ id, name, detail }) => ({
              key: id,
              href: hrefs[kind](id),
              title: <Highlighted text={name} words={words} />,
              meta: detail,
            }))}
          />
          {more && <p>ほかにもあります。ことばを足して絞り込んでください。</p>}
        </section>
      ))}
    </Page>
  )
}
