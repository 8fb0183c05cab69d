import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel } from '#app/domain/calendar'
import { byBureau, byShare } from '#app/domain/indicators/attainment'
import { findAttainment, listDepartmentShares } from '#app/domain/indicators/attainment.server'
import { mainAppointment } from '#app/domain/organisation/actor'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { choiceQuery, numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { DepartmentTable } from './department-table'
import { Headline } from './headline'
import { placeTrend, Trend } from './trend'
import { YearChoice } from './year-choice'

const orders = ['organisation', 'share'] as const

/** By bureau, with the departments of one of them: of the reader's own, or of the one that was asked for. */
export const loader = page(async ({ actor, db, today, url }) => {
  const attainment = await findAttainment(db, numberQuery(url, 'year'), today)
  const order = choiceQuery(url, 'order', orders) ?? 'organisation'
  const departments = await listDepartmentShares(db, attainment.fiscalYear, today)
  const isWhole = order === 'share' || url.searchParams.get('bureau') === 'all'
  const open = numberQuery(url, 'bureau') ?? mainAppointment(actor)?.bureauId
  const shown =
    order === 'share'
      ? byShare(departments)
      : departments.filter(({ bureauId }) => isWhole || bureauId === open)
  return {
    today,
    attainment,
    charts: placeTrend(attainment),
    order,
    isWhole,
    bureaus: order === 'share' ? null : byBureau(departments),
    departments: shown,
  }
})

export const meta: MetaFunction = () => titled('指標')

export default function IndicatorsPage() {
  const { today, attainment, charts, order, isWhole, bureaus, departments } = useLoaderData<typeof loader>()
  const { fiscalYear, targetPermille, years } = attainment
  return (
    <Page title="指標">
      <YearChoice years={years.map((year) => year.fiscalYear)} current={fiscalYear} />
      <h2>年度内に改善を図った事務事業の割合</h2>
      <div className="grid gap-6 lg:grid-cols-[18rem_1fr]">
        <Headline attainment={attainment} />
        <Trend attainment={attainment} charts={charts} today={today} />
      </div>
      {attainment.numerator === 0 && (
        <Empty action={<ButtonLink href={paths.newPractice()}>改善を報告する</ButtonLink>}>
          {fiscalYearLabel(fiscalYear)}の改善はまだ登録されていません。
        </Empty>
      )}
      <h2>課ごとの割合</h2>
      <p className="flex flex-wrap items-center gap-x-4 no-print">
        <span>
          並び順：
          {order === 'organisation' ? <strong>組織順</strong> : <strong>割合の高い順</strong>}
        </span>
        {order === 'organisation' ? (
          <a className="nav-link" href={paths.indicators({ year: fiscalYear, order: 'share' })}>
            割合の高い順
          </a>
        ) : (
          <a className="nav-link" href={paths.indicators({ year: fiscalYear })}>
            組織順
          </a>
        )}
        {!isWhole && (
          <a className="nav-link" href={paths.indicators({ year: fiscalYear, bureau: 'all' })}>
            すべての課を見る
          </a>
        )}
        <a className="nav-link" href={paths.indicatorCsv({ year: fiscalYear })} download>
          Excelで保存する
        </a>
      </p>
      {(bureaus ?? departments).length === 0 ? (
        <Empty>{fiscalYearLabel(fiscalYear)}の事務事業はまだ登録されていません。</Empty>
      ) : (
        <DepartmentTable
          fiscalYear={fiscalYear}
          targetPermille={targetPermille}
          smallBelow={attainment.rule.smallBelow}
          bureaus={bureaus}
          departments={departments}
        />
      )}
    </Page>
  )
}
