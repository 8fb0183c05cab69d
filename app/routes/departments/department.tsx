import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, fiscalYearOf, wareki } from '#app/domain/calendar'
import { countCasesElsewhere } from '#app/domain/improvements/elsewhere.server'
import { findDepartmentWithSuccessors, listDoingsOf } from '#app/domain/indicators/department.server'
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
import { CopiedByDepartment } from './copied-section'
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
  const isCurrent = fiscalYear === thisYear && !hasEnded(department, today)
  const notYet = projects.filter(({ firstOn }) => firstOn === null)
  const cases = await countCasesElsewhere(db, isCurrent ? notYet : [], fiscalYear)
  const { carriedOut, copied, improvements } = await listDoingsOf(db, id, fiscalYear, today)
  return {
    department,
    fiscalYear,
    today,
    isCurrent,
    notYet: notYet.map((project) => ({ ...project, cases: cases.get(project.projectId) ?? 0 })),
    standing: await findDepartmentStanding(db, id, fiscalYear, today),
    improved: projects.filter(({ firstOn }) => firstOn !== null),
    hasMore: next !== null,
    ...(fiscalYear === thisYear ? { carriedOut, copied } : { carriedOut: null, copied: null }),
    improvements,
    mayDelegate: mayDelegate(actor, id).ok && !hasEnded(department, today),
    mayReadHandover: mayReadHandover(actor, id).ok,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.department.name ?? '課のページ')

export default function DepartmentPage() {
  const loaded = useLoaderData<typeof loader>()
  const { department, fiscalYear, today, standing, notYet, improved, hasMore } = loaded
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
        projects={notYet}
        fiscalYear={fiscalYear}
        canReport={loaded.isCurrent}
        none={notYet.length + improved.length === 0}
      />
      <ImprovedProjects projects={improved} fiscalYear={fiscalYear} />
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
      {loaded.carriedOut && (
        <ProposalsOfDepartment
          open={department.considerations}
          carriedOut={loaded.carriedOut}
          today={today}
        />
      )}
      {loaded.copied && <CopiedByDepartment copied={loaded.copied} />}
      <MembersImprovements
        improvements={loaded.improvements}
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
