import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { mayKeepRetention } from '#app/domain/organisation/policy'
import { retainedLabels } from '#app/domain/organisation/retention'
import { listRetention } from '#app/domain/retention.server'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => {
  insist(mayKeepRetention(actor))
  return { kinds: await listRetention(db, today) }
})

export const meta: MetaFunction = () => titled('保存期間')

export default function RetentionPage() {
  const { kinds } = useLoaderData<typeof loader>()
  return (
    <Page
      title="保存期間"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '保存期間' },
      ]}
      actions={
        <ButtonLink kind="secondary" href={paths.retentionYears()}>
          保存期間を変える
        </ButtonLink>
      }
    >
      <p>
        作った年度の次の4月1日から数えます。過ぎたものも、廃棄するまでは残ります。提案、改善の報告、監査ログは廃棄しません。
      </p>
      <DataTable
        caption="保存期間と、過ぎたもの"
        rows={kinds}
        keyOf={({ what }) => what}
        columns={[
          { key: 'what', label: '種類', names: true, cell: ({ what }) => retainedLabels[what] },
          { key: 'years', label: '保存期間', figures: true, cell: ({ years }) => `${years}年` },
          {
            key: 'past',
            label: '過ぎたもの',
            cell: ({ past, before }) =>
              past === 0 ? 'なし' : `${past.toLocaleString('ja-JP')}件（${wareki(before)}より前）`,
          },
          {
            key: 'verb',
            label: '操作',
            cell: ({ what, past }) =>
              past > 0 && (
                <a href={paths.disposal({ what })} className="nav-link">
                  廃棄する<span className="sr-only">：{retainedLabels[what]}</span>
                </a>
              ),
          },
        ]}
      />
    </Page>
  )
}
