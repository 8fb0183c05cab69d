import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel } from '#app/domain/calendar'
import { mayChangeYear } from '#app/domain/organisation/policy'
import { SettingHistory } from '#app/ui/admin/setting-history'
import { ButtonLink, Refused } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { listProjectChanges } from './history.server'
import { loadProject } from './loading.server'

export const loader = page(async (args) => {
  const project = await loadProject(args)
  const { fiscalYear } = project
  return {
    ...{ project, label: fiscalYearLabel(fiscalYear), labelBefore: fiscalYearLabel(fiscalYear - 1) },
    may: mayChangeYear(args.actor, project),
    changes: await listProjectChanges(args.db, project.id, args.today),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`${data?.label ?? ''}の登録：${data?.project.name ?? '事務事業'}`)

export default function ProjectYearPage() {
  const { project, label, labelBefore, may, changes } = useLoaderData<typeof loader>()
  const { id, projectId, fiscalYear, code, name, departmentId, departmentName, predecessor } = project
  return (
    <Page
      title={`${label}の登録：${name}`}
      heading={name}
      crumbs={[
        { href: paths.years(), label: '年度' },
        { href: paths.year(fiscalYear), label },
        { href: paths.project(projectId, { year: fiscalYear }), label: name },
        { label: '登録' },
      ]}
      meta={<span>{label}の登録</span>}
      actions={may.ok && <ButtonLink href={paths.projectYearEdit(id)}>直す</ButtonLink>}
    >
      {!may.ok && <Refused reason={may.reason}>直す</Refused>}
      <SummaryList
        empty="なし"
        rows={[
          { label: '番号', value: code },
          { label: '事務事業の名前', value: name },
          {
            label: '所管',
            value: <a href={paths.department(departmentId, { year: fiscalYear })}>{departmentName}</a>,
          },
          {
            label: '指標の対象',
            value:
              project.inScope === 1
                ? '対象'
                : `対象外${project.excludedReason ? `（${project.excludedReason}）` : ''}`,
          },
          {
            label: `${labelBefore}の事務事業`,
            value: predecessor ? `${predecessor.code}　${predecessor.name}` : 'なし（新しい事務事業）',
          },
        ]}
      />
      <SettingHistory lines={changes} />
    </Page>
  )
}
