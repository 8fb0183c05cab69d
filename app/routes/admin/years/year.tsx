import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, firstDayOf, fiscalYearLabel, fiscalYearOf, wareki } from '#app/domain/calendar'
import { mayChangeYear, mayCloseYear } from '#app/domain/organisation/policy'
import {
  settingGroups,
  settingInWords,
  settingLabels,
  type SettingName,
} from '#app/domain/organisation/year-settings'
import { findYearPreparation } from '#app/domain/year-preparation.server'
import { SettingHistory } from '#app/ui/admin/setting-history'
import { YearPreparation } from '#app/ui/admin/year-preparation'
import { ButtonLink, Refused } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { listYearChanges } from './history.server'
import { loadYear } from './loading.server'

const groups = [
  { key: 'target', title: '目標と定義', href: paths.yearTarget },
  { key: 'counting', title: '数え方', href: paths.yearCounting },
  { key: 'deadlines', title: '期限と基準', href: paths.yearDeadlines },
] as const

export const loader = page(async (args) => {
  const year = await loadYear(args)
  const inWords = (name: SettingName) => ({
    label: settingLabels[name],
    value: settingInWords(name, year[name]),
  })
  return {
    fiscalYear: year.fiscalYear,
    label: fiscalYearLabel(year.fiscalYear),
    settings: {
      target: settingGroups.target.map(inWords),
      counting: settingGroups.counting.map(inWords),
      deadlines: settingGroups.deadlines.map(inWords),
    },
    closed:
      year.closedAt === null
        ? null
        : `${wareki(dayOf(year.closedAt))}に${year.closedByName ?? 'システム'}が確定しました。`,
    hasBegun: year.fiscalYear <= fiscalYearOf(args.today),
    // Of a year that is over there is nothing left to prepare.
    preparation:
      year.fiscalYear >= fiscalYearOf(args.today)
        ? await findYearPreparation(args.db, year.fiscalYear)
        : null,
    hasTarget: year.targetPermille !== null,
    firstDay: { day: firstDayOf(year.fiscalYear), inWords: wareki(firstDayOf(year.fiscalYear)) },
    mayChange: mayChangeYear(args.actor, year),
    mayClose: mayCloseYear(args.actor, year, args.today),
    history: await listYearChanges(args.db, year.fiscalYear),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(`${data?.label ?? ''}の設定`)

export default function YearPage() {
  const {
    fiscalYear,
    label,
    settings,
    closed,
    hasBegun,
    preparation,
    hasTarget,
    firstDay,
    mayChange,
    mayClose,
    history,
  } = useLoaderData<typeof loader>()
  return (
    <Page
      title={`${label}の設定`}
      crumbs={[{ href: paths.admin(), label: '管理' }, { href: paths.years(), label: '年度' }, { label }]}
      actions={
        hasBegun && (
          <a href={paths.indicators({ year: fiscalYear })} className="nav-link">
            この年度の割合
          </a>
        )
      }
    >
      {closed && <p>{closed}設定はもう変えられません。</p>}
      {preparation && (
        <YearPreparation
          preparation={preparation}
          hasTarget={hasTarget}
          firstDay={firstDay.inWords}
          hrefs={{
            target: paths.yearTarget(fiscalYear),
            projects: paths.carryOver(fiscalYear),
            places: paths.reorganisations(),
            campaigns:
              preparation.campaigns === 0 ? paths.newCampaign({ year: fiscalYear }) : paths.campaigns(),
            gaps: paths.gaps({ on: firstDay.day }),
            counting: paths.yearCounting(fiscalYear),
            deadlines: paths.yearDeadlines(fiscalYear),
            newProjects: paths.newProject(fiscalYear),
            rubric: paths.campaigns(),
            reasons: paths.reasons(),
          }}
          verbs={{ check: paths.yearCheck(fiscalYear), takeBack: paths.yearCheckRemoval(fiscalYear) }}
          mayChange={mayChange.ok}
        />
      )}
      {groups.map(({ key, title, href }) => (
        <section key={key} className="flow" aria-labelledby={key}>
          <h2 id={key}>{title}</h2>
          <SummaryList empty="なし" rows={settings[key]} />
          {mayChange.ok && (
            <ButtonLink kind="secondary" href={href(fiscalYear)} hidden={title}>
              変更する
            </ButtonLink>
          )}
        </section>
      ))}
      {!closed && (
        <section className="flow" aria-labelledby="closing">
          <h2 id="closing">年度の確定</h2>
          {mayClose.ok ? (
            <ButtonLink kind="secondary" href={paths.yearClosing(fiscalYear)}>
              年度を確定する
            </ButtonLink>
          ) : (
            <Refused reason={mayClose.reason}>年度を確定する</Refused>
          )}
        </section>
      )}
      <SettingHistory lines={history} />
    </Page>
  )
}
