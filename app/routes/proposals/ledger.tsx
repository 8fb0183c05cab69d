import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, warekiShort } from '#app/domain/calendar'
import { listDepartmentsByIds } from '#app/domain/organisation/lookup.server'
import { listFiscalYears } from '#app/domain/organisation/fiscal-years.server'
import { listLeadDepartmentIds, listLedger } from '#app/domain/proposals/ledger.server'
import { stages } from '#app/domain/proposals/lifecycle'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { ButtonLink } from '#app/ui/form/actions'
import { formOf, SelectField, TextField } from '#app/ui/form/fields'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { StateChip } from '#app/ui/proposals/head'
import { DataTable } from '#app/ui/table'
import { stageLabels } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { ledgerFilter } from './ledger-filter'

export const loader = page(async ({ actor, db, today, url }) => {
  const filter = ledgerFilter(url, today)
  const id = numberQuery(url, 'id')
  const at = url.searchParams.get('at')
  const after = id !== undefined && at ? { at, id } : undefined
  const { rows, nextAfter } = await listLedger(db, actor, {
    ...{
      fiscalYear: filter.year,
      stage: filter.stage,
      departmentId: filter.department,
      text: filter.text,
      after,
    },
  })
  return {
    filter,
    rows,
    years: await listFiscalYears(db),
    departments: await listDepartmentsByIds(db, await listLeadDepartmentIds(db, filter.year)),
    firstHref: after === undefined ? null : paths.ledger(filter),
    nextHref: !nextAfter ? null : paths.ledger({ ...filter, ...nextAfter }),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`提案台帳${data ? `（${fiscalYearLabel(data.filter.year)}）` : ''}`)

export default function LedgerPage() {
  const { filter, rows, years, departments, firstHref, nextHref } = useLoaderData<typeof loader>()
  const applied = [
    ...(filter.stage ? [{ name: 'stage' as const, label: stageLabels[filter.stage] }] : []),
    ...(filter.department
      ? [
          {
            name: 'department' as const,
            label: departments.find(({ id }) => id === filter.department)?.name ?? '課',
          },
        ]
      : []),
    ...(filter.text ? [{ name: 'text' as const, label: `「${filter.text}」` }] : []),
  ].map(({ name, label }) => ({ label, removeHref: paths.ledger({ ...filter, [name]: undefined }) }))
  const form = formOf({
    year: String(filter.year),
    stage: filter.stage ?? '',
    department: String(filter.department ?? ''),
    text: filter.text ?? '',
  })
  return (
    <Page
      title="提案台帳"
      heading={`提案台帳（${fiscalYearLabel(filter.year)}）`}
      crumbs={[{ href: paths.home(), label: 'ホーム' }, { label: '提案台帳' }]}
      actions={
        <ButtonLink kind="secondary" href={paths.ledgerFile(filter)}>
          CSVで保存する
        </ButtonLink>
      }
      wide
    >
      <FilterPanel
        action={paths.ledger()}
        applied={applied}
        clearHref={paths.ledger({ year: filter.year })}
        side={false}
        filters={
          <>
            <SelectField
              form={form}
              name="year"
              label="年度"
              options={years.map((year) => ({ value: String(year), label: fiscalYearLabel(year) }))}
            />
            <SelectField
              form={form}
              name="stage"
              label="段階"
              empty="すべて"
              options={stages
                .filter((stage) => stageLabels[stage] !== stageLabels.draft)
                .map((stage) => ({ value: stage, label: stageLabels[stage] }))}
            />
            <SelectField
              form={form}
              name="department"
              label="主管課"
              empty="すべて"
              options={departments.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <TextField form={form} name="text" label="名前か受付番号" type="search" width="medium" />
          </>
        }
      >
        {rows.length === 0 ? (
          <Empty>
            {applied.length > 0
              ? '条件に合う提案はありません。'
              : 'この年度に提出された提案はまだありません。'}
          </Empty>
        ) : (
          <DataTable
            caption={`${fiscalYearLabel(filter.year)}に提出された提案（提出された順）`}
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              { key: 'number', label: '受付番号', cell: ({ receiptNumber }) => receiptNumber ?? '－' },
              {
                key: 'title',
                label: '提案の名前',
                names: true,
                cell: ({ id, title }) => <a href={paths.proposal(id)}>{title}</a>,
              },
              {
                key: 'state',
                label: '段階',
                cell: ({ stage, decision }) => <StateChip stage={stage} decision={decision} />,
              },
              { key: 'lead', label: '主管課', cell: ({ leadDepartmentName }) => leadDepartmentName },
              { key: 'submitted', label: '提出', cell: ({ submittedOn }) => warekiShort(submittedOn) },
              {
                key: 'due',
                label: '回答期限',
                cell: ({ answerDueOn }) => answerDueOn && warekiShort(answerDueOn),
              },
              { key: 'decided', label: '判定', cell: ({ decidedOn }) => decidedOn && warekiShort(decidedOn) },
              {
                key: 'notified',
                label: '通知',
                cell: ({ notifiedOn }) => notifiedOn && warekiShort(notifiedOn),
              },
            ]}
          />
        )}
        <Pagination previousHref={firstHref} nextHref={nextHref} />
      </FilterPanel>
    </Page>
  )
}
