import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, warekiShort } from '#app/domain/calendar'
import { mayKeepAccounts } from '#app/domain/accounts/policy'
import { findUnusedDays } from '#app/domain/accounts/rules.server'
import { insist } from '#app/domain/errors'
import { type PeopleFilter, peopleFilters } from '#app/domain/organisation/people-filter'
import { listPeople } from '#app/domain/organisation/people-lookup.server'
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

function labelsOf(unusedDays: number): Readonly<Record<PeopleFilter, string>> {
  return {
    withoutPost: '発令のない職員',
    withoutAccount: 'アカウントのない職員',
    unused: `${unusedDays}日使っていないアカウント`,
    stopped: '利用停止のアカウント',
  }
}

export const loader = page(async ({ actor, db, today, url }) => {
  insist(mayKeepOrganisation(actor))
  const text = url.searchParams.get('text')?.slice(0, 100) || undefined
  const filter = choiceQuery(url, 'filter', peopleFilters)
  const after = url.searchParams.get('after')?.slice(0, 30) || undefined
  const unusedDays = await findUnusedDays(db, today)
  const { rows, next } = await listPeople(db, { text, filter, after, unusedDays }, today)
  return {
    ...{ text, filter, rows, unusedDays, mayKeepAccounts: mayKeepAccounts(actor).ok },
    firstHref: after === undefined ? null : paths.people({ text, filter }),
    nextHref: next === null ? null : paths.people({ text, filter, after: next }),
  }
})

export const meta: MetaFunction = () => titled('職員')

export default function PeoplePage() {
  const {
    text,
    filter,
    rows,
    unusedDays,
    mayKeepAccounts: keeps,
    firstHref,
    nextHref,
  } = useLoaderData<typeof loader>()
  const labels = labelsOf(unusedDays)
  const form = formOf({ text: text ?? '', filter: filter ?? '' })
  const applied = [
    ...(text ? [{ label: `「${text}」`, removeHref: paths.people({ filter }) }] : []),
    ...(filter ? [{ label: labels[filter], removeHref: paths.people({ text }) }] : []),
  ]
  return (
    <Page
      title="職員"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '職員' },
      ]}
      actions={
        <>
          <ButtonLink kind="secondary" href={paths.newPerson()}>
            職員を登録する
          </ButtonLink>
          {keeps && (
            <a href={paths.unusedDays()} className="nav-link">
              使っていないアカウントの日数を決める
            </a>
          )}
        </>
      }
      wide
    >
      <FilterPanel
        action={paths.people()}
        applied={applied}
        clearHref={paths.people()}
        side={false}
        filters={
          <>
            <TextField form={form} name="text" label="氏名、かな、職員番号" type="search" width="medium" />
            <SelectField
              form={form}
              name="filter"
              label="状態"
              empty="すべて"
              options={peopleFilters.map((value) => ({ value, label: labels[value] }))}
            />
          </>
        }
      >
        {rows.length === 0 ? (
          <Empty>当てはまる職員はいません。</Empty>
        ) : (
          <DataTable
            caption="職員（職員番号の順）"
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              { key: 'number', label: '職員番号', cell: ({ employeeNumber }) => employeeNumber },
              {
                key: 'name',
                label: '氏名',
                names: true,
                cell: ({ id, name }) => <a href={paths.staffMember(id)}>{name}</a>,
              },
              { key: 'kana', label: 'かな', cell: ({ kana }) => kana },
              { key: 'department', label: '所属', cell: ({ departmentName }) => departmentName ?? '－' },
              { key: 'post', label: '職位', cell: ({ postName }) => postName ?? '－' },
              { key: 'account', label: 'アカウント', cell: accountWords },
            ]}
          />
        )}
        <Pagination previousHref={firstHref} nextHref={nextHref} />
      </FilterPanel>
    </Page>
  )
}

function accountWords({
  accountId,
  disabledAt,
  lastSignedInAt,
}: {
  accountId: number | null
  disabledAt: string | null
  lastSignedInAt: string | null
}): string {
  if (accountId === null) return 'なし'
  if (disabledAt) return '利用停止'
  return lastSignedInAt ? `最後のサインイン ${warekiShort(dayOf(lastSignedInAt))}` : 'まだ使っていない'
}
