import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel } from '#app/domain/calendar'
import { findRubric, maySeeRubric, maySetRubric } from '#app/domain/evaluation/rubrics.server'
import { campaignState, spanInWords } from '#app/ui/admin/campaign-words'
import { ButtonLink, Refused } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { loadCampaign } from './loading.server'

export const loader = page(async (args) => {
  const { campaign, mayChange } = await loadCampaign(args)
  const rubric = await findRubric(args.db, campaign.id)
  return {
    ...{ campaign, mayChange, today: args.today, label: fiscalYearLabel(campaign.fiscalYear) },
    rubric: {
      text: `${rubric.criteria.map(({ name, weight }) => `${name}${weight}点`).join('、')}（最少の採点者数${rubric.minimumScorers}人）`,
      maySee: maySeeRubric(args.actor),
      maySet: maySetRubric(args.actor, rubric),
    },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(`募集：${data?.campaign.name ?? ''}`)

export default function CampaignPage() {
  const { campaign, mayChange, today, label, rubric } = useLoaderData<typeof loader>()
  const { id, name, themes, proposals, departmentMayDecide } = campaign
  return (
    <Page
      title={`募集：${name}`}
      heading={name}
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.campaigns(), label: '募集' },
        { label: name },
      ]}
      meta={<span>{`${label}　${campaignState(campaign, today)}`}</span>}
    >
      <SummaryList
        empty="なし"
        rows={[
          { label: '年度', value: <a href={paths.year(campaign.fiscalYear)}>{label}</a> },
          { label: '期間', value: spanInWords(campaign) },
          {
            label: '課題',
            value: themes.length > 0 && themes.map((theme) => <p key={theme.id}>{theme.title}</p>),
          },
          {
            label: '決める人',
            value:
              departmentMayDecide === 1
                ? '「実施する」と回答した課が、委員会にかけずに決めます'
                : '事務改善委員会が決めます',
          },
          { label: '提出された提案', value: `${proposals.toLocaleString('ja-JP')}件` },
        ]}
      />
      {mayChange.ok ? (
        <p>
          <ButtonLink kind="secondary" href={paths.campaignEdit(id)}>
            変更する
          </ButtonLink>
        </p>
      ) : (
        <Refused reason={mayChange.reason}>変更する</Refused>
      )}
      <section className="flow" aria-labelledby="rubric">
        <h2 id="rubric">採点表</h2>
        <p>{rubric.text}</p>
        {rubric.maySee.ok && (
          <p>
            <ButtonLink kind="secondary" href={paths.rubric(id)}>
              {rubric.maySet.ok ? '採点表を変える' : '採点表を見る'}
            </ButtonLink>
          </p>
        )}
        {!rubric.maySet.ok && <Refused reason={rubric.maySet.reason}>採点表を変える</Refused>}
      </section>
    </Page>
  )
}
