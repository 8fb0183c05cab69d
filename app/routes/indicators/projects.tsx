import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, fiscalYearOf } from '#app/domain/calendar'
import { projectStates, type ProjectStateName } from '#app/domain/indicators/attainment'
import { findDepartmentWithSuccessors } from '#app/domain/indicators/department.server'
import { countProjectStates, listProjectStates } from '#app/domain/indicators/project-states.server'
import { Empty } from '#app/ui/empty'
import { Page } from '#app/ui/page'
import { Count, Pagination } from '#app/ui/pagination'
import { page } from '#app/web/page.server'
import { choiceQuery, numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { ProjectTable } from './project-table'

export const loader = page(async ({ db, today, url }) => {
  const filter = {
    fiscalYear: numberQuery(url, 'year') ?? fiscalYearOf(today),
    departmentId: numberQuery(url, 'department'),
    state: choiceQuery(url, 'state', projectStates),
  }
  const department =
    filter.departmentId === undefined
      ? null
      : await findDepartmentWithSuccessors(db, filter.departmentId, today)
  return {
    ...filter,
    departmentName: department?.name ?? null,
    total: await countProjectStates(db, filter, today),
    ...(await listProjectStates(db, filter, today, url.searchParams.get('after'))),
  }
})

export const meta: MetaFunction = () => titled('事務事業の一覧')

const headings: Readonly<Record<ProjectStateName, string>> = {
  improved: '改善のあった事務事業',
  notYet: 'まだ改善のない事務事業',
  expected: '実施されれば改善になる事務事業（見込み）',
}

export default function ProjectsPage() {
  const { fiscalYear, departmentId, departmentName, state, total, projects, next } =
    useLoaderData<typeof loader>()
  const heading = state ? headings[state] : '対象の事務事業'
  const address = { year: fiscalYear, department: departmentId }
  return (
    <Page
      title={heading}
      crumbs={[
        { href: paths.indicators({ year: fiscalYear }), label: '指標' },
        ...(departmentId && departmentName
          ? [{ href: paths.department(departmentId, { year: fiscalYear }), label: departmentName }]
          : []),
        { label: heading },
      ]}
      meta={
        <p>
          {fiscalYearLabel(fiscalYear)}　{departmentName ?? '全庁'}
        </p>
      }
    >
      <States current={state} address={address} />
      <Count total={total} />
      {projects.length === 0 ? (
        <Empty>この条件に当てはまる事務事業はありません。</Empty>
      ) : (
        <ProjectTable
          caption={heading}
          projects={projects}
          fiscalYear={fiscalYear}
          withDepartment={departmentId === undefined}
        />
      )}
      <Pagination
        nextHref={next === null ? null : paths.indicatorProjects({ ...address, state, after: next })}
      />
    </Page>
  )
}

const stateLabels: Readonly<Record<ProjectStateName, string>> = {
  improved: '改善あり',
  notYet: 'まだ改善なし',
  expected: '見込み',
}

interface StatesProps {
  current: ProjectStateName | undefined
  address: { year: number; department: number | undefined }
}

function States({ current, address }: StatesProps) {
  return (
    <nav aria-label="改善の有無" className="no-print">
      <ul className="flex flex-wrap gap-x-5">
        {[undefined, ...projectStates].map((state) => (
          <li key={state ?? 'all'}>
            <a
              href={paths.indicatorProjects({ ...address, state })}
              className="nav-link"
              aria-current={state === current ? 'page' : undefined}
            >
              {state === undefined ? 'すべて' : stateLabels[state]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
