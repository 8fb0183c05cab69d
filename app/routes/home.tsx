import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearOf } from '#app/domain/calendar'
import { listNewImprovements, listOwnProposals } from '#app/domain/home.server'
import { findDepartmentStanding } from '#app/domain/indicators/standing.server'
import { listNotifications } from '#app/domain/notifications/inbox.server'
import { headedDepartmentIds, mainAppointment } from '#app/domain/organisation/actor'
import { findWorklist } from '#app/domain/worklist.server'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { titled } from '#app/web/title'
import { DepartmentSection } from './home/department-section'
import { DoorsSection } from './home/doors-section'
import { NewsSection, NoticesSection } from './home/news-section'
import { OwnProposals } from './home/own-proposals'
import { TasksSection } from './home/tasks-section'

const newestNotices = 3

/** Five statements besides session, actor and unread notices: as many for a newcomer as for a head of thirty years. */
export const loader = page(async ({ actor, db, today }) => {
  const main = mainAppointment(actor)
  const fiscalYear = fiscalYearOf(today)
  const { departmentId = 0, departmentName = '' } = main ?? {}
  return {
    today,
    worklist: await findWorklist(db, actor, today),
    proposals: await listOwnProposals(db, actor.personId),
    department: main && {
      id: departmentId,
      name: departmentName,
      fiscalYear,
      standing: await findDepartmentStanding(db, departmentId, fiscalYear, today),
    },
    isHead: headedDepartmentIds(actor).length > 0,
    improvements: await listNewImprovements(db, departmentId),
    notices: (await listNotifications(db, actor.personId, { unreadOnly: true, limit: newestNotices }))
      .notifications,
  }
})

export const meta: MetaFunction = () => titled('ホーム')

export default function HomePage() {
  const { today, worklist, proposals, department, isHead, improvements, notices } =
    useLoaderData<typeof loader>()
  const tasks = <TasksSection worklist={worklist} departmentId={department?.id ?? 0} today={today} />
  const doors = (
    <DoorsSection
      drafts={worklist.drafts}
      beginning={worklist.isNew ? { examples: improvements.examples } : null}
    />
  )
  const own = <OwnProposals proposals={proposals} today={today} />
  const standing = department && <DepartmentSection department={department} />
  return (
    <Page title="ホーム">
      {worklist.isNew && worklist.total === 0 ? (
        <>
          {doors}
          {tasks}
        </>
      ) : (
        <>
          {tasks}
          {doors}
        </>
      )}
      <section className="grid gap-x-8 gap-y-10 md:grid-cols-2">
        {isHead ? standing : own}
        {isHead ? own : standing}
      </section>
      <NewsSection improvements={improvements.newest} />
      <NoticesSection notices={notices} />
    </Page>
  )
}
