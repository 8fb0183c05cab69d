import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, wareki, warekiShort } from '#app/domain/calendar'
import { type LedgerLine, listWholeLedger } from '#app/domain/proposals/ledger.server'
import { PrintFrame } from '#app/ui/print-frame'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { ledgerFilter } from './ledger-filter'
import { ledgerColumns } from './ledger-columns'

export const loader = page(async ({ actor, db, today, url }) => {
  const filter = ledgerFilter(url, today)
  const { year, stage, department, text } = filter
  const lines = await listWholeLedger(db, actor, { fiscalYear: year, stage, departmentId: department, text })
  return { filter, today, lines }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`提案処理台帳${data ? `（${fiscalYearLabel(data.filter.year)}）` : ''}`)

/** A4 landscape; the head of the table stands on every sheet. */
export default function PrintedLedger() {
  const { filter, today, lines } = useLoaderData<typeof loader>()
  return (
    <PrintFrame
      title={`提案処理台帳（${fiscalYearLabel(filter.year)}）`}
      landscape
      backHref={paths.ledger(filter)}
      head={[
        { label: '件数', value: `${lines.length}件` },
        { label: '印刷した日', value: wareki(today) },
      ]}
    >
      <DataTable
        caption="提案処理台帳"
        captionHidden
        rows={lines}
        keyOf={({ id }) => id}
        columns={ledgerColumns.map(({ label, cell, isDay }) => ({
          ...{ key: label, label, names: label === '提案の名前' },
          cell: (line: LedgerLine) => (isDay && cell(line) ? warekiShort(cell(line)) : cell(line)),
        }))}
      />
    </PrintFrame>
  )
}
