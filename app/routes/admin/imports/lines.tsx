import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { outcomes } from '#app/domain/transfer/difference'
import { listPreviewLines } from '#app/domain/transfer/import-lookup.server'
import { listLabels } from '#app/domain/transfer/list'
import { outcomeLabels } from '#app/ui/admin/import-labels'
import { PreviewLines } from '#app/ui/admin/preview-lines'
import { Empty } from '#app/ui/empty'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { page } from '#app/web/page.server'
import { choiceQuery, numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { loadImport } from './loading.server'

const pageSize = 100

export const loader = page(async (args) => {
  const { id, list, fileName } = await loadImport(args)
  const outcome = choiceQuery(args.url, 'outcome', outcomes) ?? 'changed'
  const after = numberQuery(args.url, 'after')
  const lines = await listPreviewLines(args.db, id, outcome, { after, limit: pageSize + 1 })
  const shown = lines.slice(0, pageSize)
  return {
    ...{ id, list, fileName, outcome, lines: shown },
    firstHref: after === undefined ? null : paths.importLines(id, { outcome }),
    nextHref:
      lines.length > pageSize ? paths.importLines(id, { outcome, after: shown.at(-1)?.id ?? 0 }) : null,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data ? `${outcomeLabels[data.outcome]}の行：${data.fileName}` : '取り込みの行')

export default function LinesPage() {
  const { id, list, fileName, outcome, lines, firstHref, nextHref } = useLoaderData<typeof loader>()
  return (
    <Page
      title={`${outcomeLabels[outcome]}の行`}
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.imports(), label: 'CSVの取り込みと書き出し' },
        { href: paths.import(id), label: fileName },
        { label: `${outcomeLabels[outcome]}の行` },
      ]}
      meta={listLabels[list]}
      wide
    >
      {lines.length === 0 ? (
        <Empty>この区分の行はないか、保存期間を過ぎて廃棄されています。</Empty>
      ) : (
        <PreviewLines outcome={outcome} lines={lines} captionHidden />
      )}
      <Pagination previousHref={firstHref} nextHref={nextHref} />
    </Page>
  )
}
