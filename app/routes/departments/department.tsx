import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, fiscalYearOf, wareki } from '#app/domain/calendar'
import {
  findDepartmentWithSuccessors,
  listCarriedOutBy,
  listImprovementsOf,
} from '#app/domain/indicators/department.server'
import { listProjectStates } from '#app/domain/indicators/project-states.server'
import { findDepartmentStanding } from '#app/domain/indicators/standing.server'
import { percentText } from '#app/domain/indicators/ratio'
import { mayDelegate, mayReadHandover } from '#app/domain/organisation/policy'
import { Page } from '#app/ui/page'
import { shareSentence } from '#app/ui/share-words'
import { page } from '#app/web/page.server'
import { idParam, numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { ProposalsOfDepartment } from './proposals-section'
import { ImprovedProjects, MembersImprovements, ProjectsNotYet } from './projects-section'

export const loader = page(async ({ actor, db, params, url, today }) => {
  const id = idParam(params, 'id')
  const thisYear = fiscalYearOf(today)
  const fiscalYear = numberQuery(url, 'year') ?? thisYear
  const department = await findDepartmentWithSuccessors(db, id, today)
  const { projects, next } = await listProjectStates(
    db,
    { fiscalYear, departmentId: id, state: undefined },
    today,
    null,
  )
  return {
    department,
    fiscalYear,
    today,
    standing: await findDepartmentStanding(db, id, fiscalYear, today),
    projects,
    hasMore: next !== null,
    carriedOut: fiscalYear === thisYear ? await listCarriedOutBy(db, id) : null,
    improvements: await listImprovementsOf(db, id, fiscalYear),
    mayDelegate: mayDelegate(actor, id).ok && !hasEnded(department, today),
    mayReadHandover: mayReadHandover(actor, id).ok,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.department.name ?? '課のページ')

export default function DepartmentPage() {
  const loaded = useLoaderData<typeof loader>()
  const { department, fiscalYear, today, standing, projects, hasMore, carriedOut, improvements } = loaded
  const ended = hasEnded(department, today) ? department.validTo : null
  return (
    <Page
      title={department.name}
      crumbs={[
        { href: paths.indicators({ year: fiscalYear }), label: '指標' },
        ...(department.bureauId !== null && department.bureauName !== null
          ? [
              {
                href: paths.department(department.bureauId, { year: fiscalYear }),
                label: department.bureauName,
              },
            ]
          : []),
        { label: department.name },
      ]}
      meta={
        <p>
          {fiscalYearLabel(fiscalYear)}
          {typeof standing?.permille === 'number' &&
            `　${percentText(standing.permille)}％　${shareSentence(standing)}`}
          {standing?.isSmall && '　件数が少ないため、割合は参考です。'}
        </p>
      }
      actions={
        (loaded.mayReadHandover || loaded.mayDelegate) && (
          <>
            {loaded.mayReadHandover && (
              <a href={paths.handover(department.id)} className="nav-link">
                引継書
              </a>
            )}
            {loaded.mayDelegate && (
              <a href={paths.delegations(department.id)} className="nav-link">
                所属長の代理
              </a>
            )}
          </>
        )
      }
    >
      {ended && <Ended on={ended} successors={department.successors} />}
      <ProjectsNotYet
        projects={projects.filter(({ firstOn }) => firstOn === null)}
        fiscalYear={fiscalYear}
        canReport={carriedOut !== null && ended === null}
        none={projects.length === 0}
      />
      <ImprovedProjects
        projects={projects.filter(({ firstOn }) => firstOn !== null)}
        fiscalYear={fiscalYear}
      />
      {hasMore && (
        <p>
          <a
            href={paths.indicatorProjects({ year: fiscalYear, department: department.id })}
            className="nav-link"
          >
            すべての事務事業を見る
          </a>
        </p>
      )}
      {carriedOut && (
        <ProposalsOfDepartment open={department.considerations} carriedOut={carriedOut} today={today} />
      )}
      <MembersImprovements
        improvements={improvements}
        href={paths.improvements({ department: department.id, year: fiscalYear })}
      />
    </Page>
  )
}

function hasEnded({ validTo }: { validTo: string | null }, today: string): boolean {
  return validTo !== null && validTo < today
}

interface EndedProps {
  on: string
  successors: readonly { id: number; name: string }[]
}

function Ended({ on, successors }: EndedProps) {
  return (
    <p>
      {wareki(on)}までの課です。
      {successors.length > 0 && '今は、'}
      {successors.map(({ id, name }, place) => (
        <span key={id}>
          {place > 0 && '、'}
          <a href={paths.department(id)}>{name}</a>
        </span>
      ))}
      {successors.length > 0 && 'が引き継いでいます。'}
    </p>
  )
}
