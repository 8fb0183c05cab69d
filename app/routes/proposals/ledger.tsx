import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel } from '#app/domain/calendar'
import { listDepartmentsByIds } from '#app/domain/organisation/lookup.server'
import { listFiscalYears } from '#app/domain/organisation/fiscal-years.server'
import { listLateDepartments, listLeadDepartmentIds, listLedger } from '#app/domain/proposals/ledger.server'
import { stages } from '#app/domain/proposals/lifecycle'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { Checkbox } from '#app/ui/form/choices'
import { formOf, SelectField, TextField } from '#app/ui/form/fields'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { stageLabels } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { ledgerFilter, ledgerQuestion } from './ledger-filter'
import { LedgerTable } from './ledger-table'

const lateLabel = '課の回答が期限を過ぎている（全年度）'

export const loader = page(async ({ actor, db, today, url }) => {
  const filter = ledgerFilter(url, today)
  const id = numberQuery(url, 'id')
  const at = url.searchParams.get('at')
  const after = id !== undefined && at ? { at, id } : undefined
  const { rows, nextAfter } = await listLedger(db, actor, {
    ...ledgerQuestion(filter, today),
    after,
  })
  const late = await listLateDepartments(
    db,
    actor,
    rows.map(({ id }) => id),
    today,
  )
  return {
    filter,
    rows: rows.map((row) => ({ ...row, late: late.get(row.id) ?? [] })),
    years: await listFiscalYears(db),
    departments: await listDepartmentsByIds(db, await listLeadDepartmentIds(db, filter.year), today),
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
    ...(filter.late ? [{ name: 'late' as const, label: lateLabel }] : []),
    ...(filter.text ? [{ name: 'text' as const, label: `「${filter.text}」` }] : []),
  ].map(({ name, label }) => ({ label, removeHref: paths.ledger({ ...filter, [name]: undefined }) }))
  const span = filter.late ? '全年度' : fiscalYearLabel(filter.year)
  const form = formOf({
    year: String(filter.year),
    stage: filter.stage ?? '',
    department: String(filter.department ?? ''),
    late: filter.late ? '1' : '',
    text: filter.text ?? '',
  })
  return (
    <Page
      title="提案台帳"
      heading={`提案台帳（${span}）`}
      crumbs={[{ href: paths.home(), label: 'ホーム' }, { label: '提案台帳' }]}
      actions={
        <>
          <a href={paths.ledgerWorkbook(filter)} className="nav-link" download>
            Excelで保存する
          </a>
          <a href={paths.ledgerFile(filter)} className="nav-link" download>
            CSVで保存する
          </a>
          <a href={paths.ledgerPrint(filter)} className="nav-link">
            印刷用
          </a>
          <a href={paths.answerDays({ year: filter.year })} className="nav-link">
            課の回答日数
          </a>
        </>
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
            <Checkbox form={form} name="late" label={lateLabel} value="1" />
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
          <LedgerTable rows={rows} span={span} />
        )}
        <Pagination previousHref={firstHref} nextHref={nextHref} />
      </FilterPanel>
    </Page>
  )
}
