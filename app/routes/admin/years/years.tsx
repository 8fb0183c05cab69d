import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, fiscalYearLabel, fiscalYearOf, warekiShort } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { settingInWords } from '#app/domain/organisation/year-settings'
import { listKeptYears } from '#app/domain/organisation/year-settings.server'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => {
  insist(mayKeepOrganisation(actor))
  return { years: await listKeptYears(db), thisYear: fiscalYearOf(today) }
})

export const meta: MetaFunction = () => titled('年度')

export default function YearsPage() {
  const { years, thisYear } = useLoaderData<typeof loader>()
  return (
    <Page
      title="年度"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '年度' },
      ]}
      actions={
        <ButtonLink kind="secondary" href={paths.newYear()}>
          次の年度を開く
        </ButtonLink>
      }
    >
      {years.length === 0 ? (
        <Empty>開いた年度はありません。最初の年度は、一覧の取り込みで開きます。</Empty>
      ) : (
        <DataTable
          caption="年度（新しい順）"
          rows={years}
          keyOf={({ fiscalYear }) => fiscalYear}
          isCurrent={({ fiscalYear }) => fiscalYear === thisYear}
          columns={[
            {
              key: 'year',
              label: '年度',
              names: true,
              cell: ({ fiscalYear }) => <a href={paths.year(fiscalYear)}>{fiscalYearLabel(fiscalYear)}</a>,
            },
            {
              key: 'target',
              label: '目標',
              figures: true,
              cell: ({ targetPermille }) => settingInWords('targetPermille', targetPermille),
            },
            {
              key: 'denominator',
              label: '割合の分母',
              cell: ({ denominator }) => settingInWords('denominator', denominator),
            },
            { key: 'state', label: '状態', cell: (year) => stateOf(year, thisYear) },
          ]}
        />
      )}
    </Page>
  )
}

function stateOf(
  { fiscalYear, closedAt }: { fiscalYear: number; closedAt: string | null },
  thisYear: number,
): string {
  if (closedAt !== null) return `確定（${warekiShort(dayOf(closedAt))}）`
  if (fiscalYear > thisYear) return 'これから'
  return fiscalYear === thisYear ? '今年度' : '終わった年度（未確定）'
}
