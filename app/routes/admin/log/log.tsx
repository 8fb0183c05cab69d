import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayAudit } from '#app/domain/accounts/policy'
import { dayOf, timeOf, warekiShort } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { listKinds } from '#app/domain/events/audit.server'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { ButtonLink } from '#app/ui/form/actions'
import { formOf, SelectField, TextField } from '#app/ui/form/fields'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { logFilter } from './filter'
import { kindInWords } from './kind-words'
import { loadLines } from './loading.server'

const pageSize = 100

export const loader = page(async ({ actor, db, url }) => {
  insist(mayAudit(actor))
  const filter = logFilter(url)
  const before = numberQuery(url, 'before')
  const lines = await loadLines(db, url, { before, limit: pageSize + 1 })
  const shown = lines.slice(0, pageSize)
  return {
    filter,
    kinds: await listKinds(db),
    lines: shown.map(({ event, ...line }) => ({
      ...line,
      kind: event.kind,
      proposalId: 'proposalId' in event ? event.proposalId : null,
      practiceId: 'practiceId' in event ? event.practiceId : null,
    })),
    firstHref: before === undefined ? null : paths.log(filter),
    nextHref: lines.length > pageSize ? paths.log({ ...filter, before: shown.at(-1)?.seq ?? 0 }) : null,
  }
})

export const meta: MetaFunction = () => titled('監査ログ')

const labels = {
  kind: '種類',
  actor: '職員番号',
  proposal: '提案の番号',
  practice: '報告の番号',
  from: '初めの日',
  to: '終わりの日',
} as const

export default function LogPage() {
  const { filter, kinds, lines, firstHref, nextHref } = useLoaderData<typeof loader>()
  const form = formOf(
    Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value ?? '')])),
  )
  const applied = Object.entries(labels).flatMap(([name, label]) => {
    const value = filter[name as keyof typeof labels]
    return value === undefined
      ? []
      : [
          {
            label: `${label} ${name === 'kind' ? kindInWords(String(value)) : value}`,
            removeHref: paths.log({ ...filter, [name]: undefined }),
          },
        ]
  })
  return (
    <Page
      title="監査ログ"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '監査ログ' },
      ]}
      actions={
        <>
          <ButtonLink kind="secondary" href={paths.logFile(filter)}>
            CSVで保存する
          </ButtonLink>
          <ButtonLink kind="secondary" href={paths.logVerification()}>
            書き換えがないか確かめる
          </ButtonLink>
        </>
      }
      wide
    >
      <FilterPanel
        action={paths.log()}
        applied={applied}
        clearHref={paths.log()}
        side={false}
        filters={
          <>
            <TextField form={form} name="actor" label="した人の職員番号" width="medium" />
            <SelectField
              form={form}
              name="kind"
              label="種類"
              empty="すべて"
              options={kinds.map((kind) => ({ value: kind, label: kindInWords(kind) }))}
            />
            <TextField form={form} name="from" label="初めの日" width="medium" hint="R8.4.1、2026/4/1など" />
            <TextField form={form} name="to" label="終わりの日" width="medium" hint="R8.4.1、2026/4/1など" />
            <TextField form={form} name="proposal" label="提案の番号（アドレスの数字）" width="short" />
            <TextField form={form} name="practice" label="報告の番号（アドレスの数字）" width="short" />
          </>
        }
      >
        {lines.length === 0 ? (
          <Empty>条件に合う記録はありません。</Empty>
        ) : (
          <DataTable
            caption="新しい順"
            rows={lines}
            keyOf={({ seq }) => seq}
            columns={[
              { key: 'seq', label: '番号', figures: true, cell: ({ seq }) => seq },
              { key: 'at', label: '日時', cell: ({ at }) => `${warekiShort(dayOf(at))} ${timeOf(at)}` },
              { key: 'by', label: 'だれが', cell: ({ by }) => by ?? '（システム、または伏せた氏名）' },
              { key: 'text', label: '何を', cell: ({ text }) => text },
              {
                key: 'about',
                label: '対象',
                cell: ({ about, proposalId, practiceId }) => {
                  if (proposalId !== null) return `提案 ${proposalId}`
                  return practiceId !== null ? `報告 ${practiceId}` : (about ?? '－')
                },
              },
              { key: 'kind', label: '種類', cell: ({ kind }) => kind },
            ]}
          />
        )}
        <Pagination previousHref={firstHref} nextHref={nextHref} />
      </FilterPanel>
    </Page>
  )
}
