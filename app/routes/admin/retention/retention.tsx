import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { countWarnedDrafts } from '#app/domain/draft-retention.server'
import { insist } from '#app/domain/errors'
import { findLogSpan } from '#app/domain/events/audit.server'
import { findDraftRule } from '#app/domain/organisation/draft-rules.server'
import { mayKeepRetention } from '#app/domain/organisation/policy'
import { retainedLabels } from '#app/domain/organisation/retention'
import { listRetention } from '#app/domain/retention.server'
import { DraftRetention } from '#app/ui/admin/draft-retention'
import { KeptForGood } from '#app/ui/admin/kept-for-good'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { type Column, DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => {
  insist(mayKeepRetention(actor))
  return {
    kinds: await listRetention(db, today),
    drafts: { ...(await findDraftRule(db)), warned: await countWarnedDrafts(db) },
    log: await findLogSpan(db),
  }
})

export const meta: MetaFunction = () => titled('保存期間')

type Kind = ReturnType<typeof useLoaderData<typeof loader>>['kinds'][number]

const verb: Column<Kind> = {
  key: 'verb',
  label: '操作',
  cell: ({ what, past }) =>
    past > 0 && (
      <a href={paths.disposal({ what })} className="nav-link">
        廃棄する<span className="sr-only">：{retainedLabels[what]}</span>
      </a>
    ),
}

export default function RetentionPage() {
  const { kinds, drafts, log } = useLoaderData<typeof loader>()
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
        作った年度（取り下げた提案は取り下げた年度）の次の4月1日から数えます。過ぎたものも、廃棄するまでは残ります。
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
          ...(kinds.some(({ past }) => past > 0) ? [verb] : []),
        ]}
      />
      <DraftRetention {...drafts} changeHref={paths.draftRule()} />
      <KeptForGood log={log} />
    </Page>
  )
}
