import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel } from '#app/domain/calendar'
import { listCampaigns } from '#app/domain/campaigns/lookup.server'
import { insist } from '#app/domain/errors'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { campaignState, spanInWords } from '#app/ui/admin/campaign-words'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => {
  insist(mayKeepOrganisation(actor))
  return { today, campaigns: await listCampaigns(db) }
})

export const meta: MetaFunction = () => titled('募集')

export default function CampaignsPage() {
  const { today, campaigns } = useLoaderData<typeof loader>()
  return (
    <Page
      title="募集"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '募集' },
      ]}
      actions={
        <ButtonLink kind="secondary" href={paths.newCampaign()}>
          募集を登録する
        </ButtonLink>
      }
    >
      {campaigns.length === 0 ? (
        <Empty>募集はまだありません。</Empty>
      ) : (
        <DataTable
          caption="職員提案の募集（新しい順）"
          rows={campaigns}
          keyOf={({ id }) => id}
          columns={[
            { key: 'year', label: '年度', cell: ({ fiscalYear }) => fiscalYearLabel(fiscalYear) },
            {
              key: 'name',
              label: '募集',
              names: true,
              cell: ({ id, name }) => <a href={paths.campaign(id)}>{name}</a>,
            },
            { key: 'span', label: '期間', cell: spanInWords },
            { key: 'state', label: '状態', cell: (campaign) => campaignState(campaign, today) },
          ]}
        />
      )}
    </Page>
  )
}
