import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { monthAfter, monthOf, warekiMonth } from '#app/domain/calendar'
import type { Decision } from '#app/domain/proposals/decision'
import {
  findNewsMonths,
  findNews,
  type News,
  type NewsImprovement,
} from '#app/domain/improvements/news.server'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { decisionLabels } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ db, today, url }) => {
  const current = monthOf(today)
  const { first, latest } = (await findNewsMonths(db)) ?? { first: current, latest: current }
  const asked = /^\d{4}-(0[1-9]|1[0-2])$/.exec(url.searchParams.get('month') ?? '')?.[0] ?? latest
  const month = first <= asked && asked <= current ? asked : latest
  return { ...(await findNews(db, month)), isFirst: month === first, isLatest: month === current }
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(data ? `カイゼンニュース ${warekiMonth(data.month)}号` : 'カイゼンニュース', matches)

/** 庁内報 of a month, to read and to hang up: two improvements of every bureau, what was decided, what spread. */
export default function NewsPage() {
  const { month, counts, improvements, decided, spread, isFirst, isLatest } = useLoaderData<typeof loader>()
  const isEmpty = improvements.length + decided.length + spread.length === 0
  return (
    <Page
      title={`カイゼンニュース ${warekiMonth(month)}号`}
      crumbs={[{ href: paths.improvements(), label: '改善事例' }, { label: 'カイゼンニュース' }]}
      actions={
        <button type="button" className="button button-secondary" data-print="" hidden>
          印刷する
        </button>
      }
    >
      <nav aria-label="号" className="flex flex-wrap gap-x-6 no-print">
        {!isFirst && (
          <a href={paths.news({ month: monthAfter(month, -1) })} rel="prev" className="nav-link">
            {warekiMonth(monthAfter(month, -1))}号
          </a>
        )}
        {!isLatest && (
          <a href={paths.news({ month: monthAfter(month, 1) })} rel="next" className="nav-link">
            {warekiMonth(monthAfter(month, 1))}号
          </a>
        )}
      </nav>
      {isEmpty ? (
        <Empty action={<ButtonLink href={paths.newPractice()}>改善を報告する</ButtonLink>}>
          この月に公開された改善はありません。
        </Empty>
      ) : (
        <p>{inWords(counts)}</p>
      )}
      <div className="flow gap-x-10 lg:columns-2 print:columns-2">
        {bureausOf(improvements).map((bureauName) => (
          <section key={bureauName} className="flow keep-together break-inside-avoid" aria-label={bureauName}>
            <h2>{bureauName}</h2>
            <ItemList
              items={improvements
                .filter((one) => one.bureauName === bureauName)
                .map(({ id, title, excerpt, departmentName, authors }) => ({
                  key: id,
                  href: paths.improvement(id),
                  title,
                  meta: `${departmentName}　${authors}`,
                  children: <p>{excerpt}</p>,
                }))}
            />
          </section>
        ))}
        {spread.length > 0 && (
          <section className="flow keep-together break-inside-avoid" aria-label="広がった改善">
            <h2>広がった改善</h2>
            <ItemList
              items={spread.map(({ id, improvementId, title, departmentName, takerName }) => ({
                key: id,
                href: paths.improvement(improvementId),
                title,
                meta: `${departmentName}の改善を、${takerName}が取り入れました`,
              }))}
            />
          </section>
        )}
        {decided.length > 0 && (
          <section className="flow keep-together break-inside-avoid" aria-label="結果が決まった提案">
            <h2>結果が決まった提案</h2>
            <ItemList
              items={decided.map(({ id, title, decision, departmentName }) => ({
                key: id,
                href: paths.proposal(id),
                title,
                meta: [
                  decisionLabels[decision as Decision],
                  departmentName && `${departmentName}が実施します`,
                ]
                  .filter(Boolean)
                  .join('　'),
              }))}
            />
          </section>
        )}
      </div>
    </Page>
  )
}

function bureausOf(improvements: readonly NewsImprovement[]): string[] {
  return [...new Set(improvements.map(({ bureauName }) => bureauName))]
}

/** 「12の課から改善の報告15件と職員提案1件が新しく載りました。」 */
function inWords({ practices, proposals, departments, thanks }: News['counts']): string {
  const kinds = [practices > 0 && `改善の報告${practices}件`, proposals > 0 && `職員提案${proposals}件`]
  return [
    practices + proposals > 0 &&
      `この月に、${departments}の課から${kinds.filter(Boolean).join('と')}が新しく載りました。`,
    thanks > 0 && `「ありがとう」は${thanks}回届いています。`,
  ]
    .filter(Boolean)
    .join('')
}
