import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, fiscalYearOf } from '#app/domain/calendar'
import { listAnswerDays } from '#app/domain/proposals/answer-days.server'
import { Empty } from '#app/ui/empty'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today, url }) => {
  const fiscalYear = numberQuery(url, 'year') ?? fiscalYearOf(today)
  return { fiscalYear, rows: await listAnswerDays(db, actor, { fiscalYear, today }) }
})

export const meta: MetaFunction = () => titled('課の回答日数')

/** Where help is needed; in the order of the organisation, since this is no ranking. */
export default function AnswerDaysPage() {
  const { fiscalYear, rows } = useLoaderData<typeof loader>()
  return (
    <Page
      title="課の回答日数"
      heading={`課の回答日数（${fiscalYearLabel(fiscalYear)}）`}
      crumbs={[{ href: paths.ledger({ year: fiscalYear }), label: '提案台帳' }, { label: '課の回答日数' }]}
    >
      <p>
        照会した日から回答した日までの日数の中央値です。課を比べるためではなく、手助けの要る課を見つけるために使います。
      </p>
      {rows.length === 0 ? (
        <Empty>この年度の照会はありません。</Empty>
      ) : (
        <DataTable
          caption="照会した課"
          rows={rows}
          keyOf={({ departmentId }) => departmentId}
          columns={[
            { key: 'name', label: '課', names: true, cell: ({ departmentName }) => departmentName },
            { key: 'answered', label: '回答済み', figures: true, cell: ({ answered }) => `${answered}件` },
            {
              key: 'median',
              label: '日数の中央値',
              figures: true,
              cell: ({ median }) => (median === null ? '—' : `${median}日`),
            },
            { key: 'open', label: '回答前', figures: true, cell: ({ open }) => `${open}件` },
            { key: 'overdue', label: '期限超過', figures: true, cell: ({ overdue }) => `${overdue}件` },
          ]}
        />
      )}
    </Page>
  )
}
