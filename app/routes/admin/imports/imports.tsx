import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, fiscalYearLabel, fiscalYearOf, timeOf, warekiShort } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { listFiscalYears } from '#app/domain/organisation/fiscal-years.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { stepLabels, stepOf } from '#app/domain/transfer/import'
import { listImports } from '#app/domain/transfer/import-lookup.server'
import { listLabels } from '#app/domain/transfer/list'
import { Empty } from '#app/ui/empty'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { offeredLists } from './loading.server'

export const loader = page(async ({ actor, db, now, today }) => {
  insist(mayKeepOrganisation(actor))
  const offered = offeredLists(actor)
  const imports = await listImports(db, offered)
  return {
    offered,
    years: await listFiscalYears(db),
    thisYear: fiscalYearOf(today),
    imports: imports.map(({ mapping: _, fingerprint: __, ...facts }) => ({
      ...facts,
      state: stepLabels[stepOf({ ...facts, mapping: {}, fingerprint: null }, now)],
    })),
  }
})

export const meta: MetaFunction = () => titled('CSVの取り込みと書き出し')

export default function ImportsPage() {
  const { offered, years, thisYear, imports } = useLoaderData<typeof loader>()
  const projectYears = years.length > 0 ? years : [thisYear]
  return (
    <Page
      title="CSVの取り込みと書き出し"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: 'CSVの取り込みと書き出し' },
      ]}
    >
      <p>
        ファイルを選ぶと、まず何がどう変わるかを1行ずつ確かめます。反映するまで、何も変わりません。反映しなかったファイルは、30日たつと消えます。新しく始めるときは、上から順に取り込みます。
      </p>
      <DataTable
        caption="一覧の種類"
        rows={offered.map((list) => ({ list, label: listLabels[list] }))}
        keyOf={({ list }) => list}
        columns={[
          { key: 'label', label: '一覧', cell: ({ label }) => label },
          {
            key: 'import',
            label: '取り込み',
            cell: ({ list, label }) => (
              <a href={paths.newImport({ list })} className="nav-link">
                取り込む<span className="sr-only">：{label}</span>
              </a>
            ),
          },
          {
            key: 'export',
            label: '今の一覧（CSV）',
            cell: ({ list, label }) =>
              (list === 'projects' ? projectYears : [thisYear]).map((year) => (
                <a key={year} href={paths.listFile({ list, year })} className="nav-link mr-4" download>
                  {list === 'projects' ? fiscalYearLabel(year) : '保存する'}
                  <span className="sr-only">：{label}</span>
                </a>
              )),
          },
          {
            key: 'template',
            label: '見本（CSV）',
            cell: ({ list, label }) => (
              <a href={paths.listTemplate({ list })} className="nav-link" download>
                保存する<span className="sr-only">：{label}の見本</span>
              </a>
            ),
          },
        ]}
      />
      <section className="flow">
        <h2>これまでの取り込み</h2>
        {imports.length === 0 ? (
          <Empty>まだ取り込んでいません。</Empty>
        ) : (
          <DataTable
            caption="新しい順に50件まで"
            rows={imports}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'file',
                label: 'ファイル',
                cell: ({ id, fileName }) => <a href={paths.import(id)}>{fileName}</a>,
              },
              { key: 'list', label: '一覧', cell: ({ list }) => listLabels[list] },
              {
                key: 'at',
                label: '日時',
                cell: ({ uploadedAt }) => `${warekiShort(dayOf(uploadedAt))} ${timeOf(uploadedAt)}`,
              },
              { key: 'by', label: '取り込んだ人', cell: ({ uploadedBy }) => uploadedBy ?? 'コマンド' },
              { key: 'state', label: '状態', cell: ({ state }) => state },
              { key: 'added', label: '追加', figures: true, cell: ({ counts }) => counts.added },
              { key: 'changed', label: '変更', figures: true, cell: ({ counts }) => counts.changed },
              { key: 'errors', label: 'エラー', figures: true, cell: ({ counts }) => counts.error },
            ]}
          />
        )}
      </section>
    </Page>
  )
}
