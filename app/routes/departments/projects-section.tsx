import { type Day, warekiShort } from '#app/domain/calendar'
import type { ProjectState } from '#app/domain/indicators/attainment'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { ItemList } from '#app/ui/item-list'
import { paths } from '#app/web/paths'
import { ProjectTable } from '../indicators/project-table'

interface ProjectsNotYetProps {
  /** With how many cases the library has of other departments, for a 事務事業 like it. */
  projects: readonly (ProjectState & { readonly cases: number })[]
  fiscalYear: number
  canReport: boolean
  /** The department has no project at all in this year. */
  none: boolean
}

/** First on the page, for it is the lever that moves the figure; with the door to report at each. */
export function ProjectsNotYet({ projects, fiscalYear, canReport, none }: ProjectsNotYetProps) {
  if (none) return <Empty>事務事業が登録されていません。事務局に知らせてください。</Empty>
  return (
    <section className="flow" aria-labelledby="not-yet">
      <h2 id="not-yet">まだ改善のない事務事業（{projects.length}）</h2>
      {projects.length === 0 ? (
        <p>すべての事務事業で改善がありました。</p>
      ) : (
        <>
          {projects.some(({ cases }) => cases > 0) && (
            <p className="secondary">
              「ほかの課の事例」は、名前がよく似た事務事業（同じ施策なら、少し似たものも）についての、ほかの課の改善事例です。
            </p>
          )}
          <ItemList
            label="まだ改善のない事務事業"
            items={projects.map(({ projectId, code, name, cases }) => ({
              key: projectId,
              href: paths.project(projectId, { year: fiscalYear }),
              title: name,
              meta: code,
              chip: canReport && (
                <ButtonLink href={paths.newPractice({ project: projectId })} kind="secondary" hidden={name}>
                  改善を報告する
                </ButtonLink>
              ),
              children: cases > 0 && (
                <a href={paths.improvements({ like: projectId })} className="nav-link">
                  ほかの課の事例 {cases.toLocaleString('ja-JP')}件<span className="sr-only">：{name}</span>
                </a>
              ),
            }))}
          />
        </>
      )}
    </section>
  )
}

interface ImprovedProjectsProps {
  projects: readonly ProjectState[]
  fiscalYear: number
}

export function ImprovedProjects({ projects, fiscalYear }: ImprovedProjectsProps) {
  if (projects.length === 0) return null
  return (
    <section className="flow" aria-labelledby="improved">
      <h2 id="improved">改善のあった事務事業（{projects.length}）</h2>
      <ProjectTable
        caption="改善のあった事務事業"
        projects={projects}
        fiscalYear={fiscalYear}
        withDepartment={false}
      />
    </section>
  )
}

interface MembersImprovementsProps {
  improvements: readonly { id: number; title: string; authors: string; publishedOn: Day }[]
  href: string
}

export function MembersImprovements({ improvements, href }: MembersImprovementsProps) {
  return (
    <section className="flow" aria-labelledby="members">
      <h2 id="members">メンバーの改善</h2>
      {improvements.length === 0 ? (
        <p>この年度の改善事例は、まだありません。</p>
      ) : (
        <>
          <ItemList
            label="メンバーの改善"
            items={improvements.map(({ id, title, authors, publishedOn }) => ({
              key: id,
              href: paths.improvement(id),
              title,
              meta: [authors, warekiShort(publishedOn)].filter(Boolean).join('　'),
            }))}
          />
          <p>
            <a href={href} className="nav-link">
              この課の改善事例をすべて見る
            </a>
          </p>
        </>
      )}
    </section>
  )
}
