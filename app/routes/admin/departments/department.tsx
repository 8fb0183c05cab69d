import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { listBureauTerms, listDescent, listMembers } from '#app/domain/organisation/departments-lookup.server'
import { appointmentKinds } from '#app/domain/organisation/powers'
import { lineLabels } from '#app/domain/reorganisation/reorganisation'
import { mayReadHandover } from '#app/domain/organisation/policy'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { loadDepartment } from './loading.server'

export const loader = page(async (args) => {
  const { actor, db, today } = args
  const department = await loadDepartment(args)
  return {
    department,
    today,
    members: await listMembers(db, department.id, today),
    descent: await listDescent(db, department.id),
    terms: await listBureauTerms(db, department.id),
    mayReadHandover: mayReadHandover(actor, department.id).ok,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.department.name ?? '所属')

export default function DepartmentPage() {
  const { department, today, members, descent, terms, mayReadHandover } = useLoaderData<typeof loader>()
  const { id, name, code, kind, bureauName, validFrom, validTo } = department
  return (
    <Page
      title={name}
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { href: paths.keptDepartments(), label: '所属' },
        { label: name },
      ]}
      meta={<span>所属コード {code}</span>}
      actions={
        <>
          <ButtonLink kind="secondary" href={paths.departmentEdit(id)}>
            名前と部を直す
          </ButtonLink>
          <a href={paths.delegations(id)} className="nav-link">
            所属長の代理
          </a>
          {mayReadHandover && (
            <a href={paths.handover(id)} className="nav-link">
              引継書
            </a>
          )}
          <a href={paths.department(id)} className="nav-link">
            課のページ
          </a>
        </>
      }
    >
      <SummaryList
        empty="なし"
        rows={[
          { label: '種類', value: kind === 'bureau' ? '部' : '課' },
          { label: '部', value: bureauName },
          {
            label: '部の変更',
            value: terms.length > 0 && (
              <ul>
                {terms.map((term) => (
                  <li key={term.validFrom}>
                    {wareki(term.validFrom)}から{term.name}
                  </li>
                ))}
              </ul>
            ),
          },
          { label: '初日', value: wareki(validFrom) },
          { label: '末日', value: validTo && wareki(validTo) },
          {
            label: '改編',
            value: descent.length > 0 && (
              <ul>
                {descent.map((step) => (
                  <li key={`${step.fromId} ${step.toId}`}>
                    {wareki(step.effectiveOn)}　{lineLabels[step.kind]}：{step.fromName}から{step.toName}へ
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <section className="flow">
        <h2>
          {wareki(today)}の職員（{members.length}人）
        </h2>
        {members.length === 0 ? (
          <Empty>この日に発令のある職員はいません。</Empty>
        ) : (
          <DataTable
            caption="職員（職位の順）"
            captionHidden
            rows={members}
            keyOf={(member) => member.id}
            columns={[
              { key: 'post', label: '職位', cell: ({ postName }) => postName },
              {
                key: 'name',
                label: '氏名',
                names: true,
                cell: ({ personId, name: person }) => <a href={paths.staffMember(personId)}>{person}</a>,
              },
              { key: 'number', label: '職員番号', cell: ({ employeeNumber }) => employeeNumber },
              { key: 'kind', label: '種類', cell: (member) => appointmentKinds[member.kind] },
            ]}
          />
        )}
      </section>
    </Page>
  )
}
