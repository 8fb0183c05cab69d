import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { warekiShort } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { departmentFilters } from '#app/domain/organisation/department-filter'
import { listDepartments } from '#app/domain/organisation/departments-lookup.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { ButtonLink } from '#app/ui/form/actions'
import { formOf, SelectField, TextField } from '#app/ui/form/fields'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { choiceQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

const labels = {
  withoutHead: '所属長のいない所属',
  coming: 'これからできる所属',
  ended: '終わった所属',
} as const

export const loader = page(async ({ actor, db, today, url }) => {
  insist(mayKeepOrganisation(actor))
  const text = url.searchParams.get('text')?.slice(0, 100) || undefined
  const filter = choiceQuery(url, 'filter', departmentFilters)
  const after = url.searchParams.get('after')?.slice(0, 30) || undefined
  const { rows, next } = await listDepartments(db, { text, filter, after }, today)
  return {
    ...{ text, filter, rows },
    firstHref: after === undefined ? null : paths.keptDepartments({ text, filter }),
    nextHref: next === null ? null : paths.keptDepartments({ text, filter, after: next }),
  }
})

export const meta: MetaFunction = () => titled('所属')

export default function DepartmentsPage() {
  const { text, filter, rows, firstHref, nextHref } = useLoaderData<typeof loader>()
  const form = formOf({ text: text ?? '', filter: filter ?? '' })
  const applied = [
    ...(text ? [{ label: `「${text}」`, removeHref: paths.keptDepartments({ filter }) }] : []),
    ...(filter ? [{ label: labels[filter], removeHref: paths.keptDepartments({ text }) }] : []),
  ]
  return (
    <Page
      title="所属"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '所属' },
      ]}
      actions={
        <ButtonLink kind="secondary" href={paths.newDepartment()}>
          所属を登録する
        </ButtonLink>
      }
      wide
    >
      <FilterPanel
        action={paths.keptDepartments()}
        applied={applied}
        clearHref={paths.keptDepartments()}
        side={false}
        filters={
          <>
            <TextField form={form} name="text" label="所属の名前、コード" type="search" width="medium" />
            <SelectField
              form={form}
              name="filter"
              label="状態"
              empty="今ある所属"
              options={departmentFilters.map((value) => ({ value, label: labels[value] }))}
            />
          </>
        }
      >
        {rows.length === 0 ? (
          <Empty>当てはまる所属はありません。</Empty>
        ) : (
          <DataTable
            caption="所属（所属コードの順）"
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              { key: 'code', label: 'コード', cell: ({ code }) => code },
              {
                key: 'name',
                label: '所属',
                names: true,
                cell: ({ id, name }) => <a href={paths.keptDepartment(id)}>{name}</a>,
              },
              { key: 'bureau', label: '部', cell: ({ bureauName }) => bureauName ?? '－' },
              { key: 'head', label: '今の所属長', cell: ({ headName }) => headName ?? 'いません' },
              { key: 'from', label: '初日', cell: ({ validFrom }) => warekiShort(validFrom) },
              { key: 'to', label: '末日', cell: ({ validTo }) => (validTo ? warekiShort(validTo) : '－') },
            ]}
          />
        )}
        <Pagination previousHref={firstHref} nextHref={nextHref} />
      </FilterPanel>
    </Page>
  )
}
