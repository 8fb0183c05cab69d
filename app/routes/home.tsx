import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearOf } from '#app/domain/calendar'
import { listNewImprovements, listOwnProposals } from '#app/domain/home.server'
import { findDepartmentStanding } from '#app/domain/indicators/standing.server'
import { listNotifications } from '#app/domain/notifications/inbox.server'
import { headedDepartmentIds, heads, isAppointedHead, mainAppointment } from '#app/domain/organisation/actor'
import { standingInWords } from '#app/domain/organisation/standing-in'
import { findWorklist } from '#app/domain/worklist.server'
import { Page } from '#app/ui/page'
import { PartSection } from '#app/ui/part'
import { page } from '#app/web/page.server'
import { titled } from '#app/web/title'
import { DepartmentSection } from './home/department-section'
import { DoorsSection } from './home/doors-section'
import { NewsSection, NoticesSection } from './home/news-section'
import { OwnProposals } from './home/own-proposals'
import { TasksSection } from './home/tasks-section'

const newestNotices = 3

/** Five statements besides session, actor and unread notices: as many for a newcomer as for a head of thirty years. */
export const loader = page(async ({ actor, db, today, part }) => {
  const main = mainAppointment(actor)
  const fiscalYear = fiscalYearOf(today)
  const { departmentId = 0, departmentName = '' } = main ?? {}
  return {
    today,
    worklist: await part(() => findWorklist(db, actor, today)),
    proposals: await part(() => listOwnProposals(db, actor.personId)),
    department: main && {
      id: departmentId,
      name: departmentName,
      fiscalYear,
      standing: await part(() => findDepartmentStanding(db, departmentId, fiscalYear, today)),
    },
    isHead: headedDepartmentIds(actor).length > 0,
    headedId: headedDepartmentIds(actor)[0],
    duties: { handover: heads(actor, departmentId), delegation: isAppointedHead(actor, departmentId) },
    standingIn: standingInWords(actor),
    improvements: await part(() => listNewImprovements(db, departmentId)),
    notices: await part(() =>
      listNotifications(db, actor.personId, { unreadOnly: true, limit: newestNotices }),
    ),
  }
})

export const meta: MetaFunction = () => titled('ホーム')

export default function HomePage() {
  const loaded = useLoaderData<typeof loader>()
  const { today, worklist, proposals, department, isHead, improvements, notices } = loaded
  const list = worklist?.shown
  const tasks = (
    <PartSection part={worklist} title="あなたの対応">
      {(shown) => (
        <TasksSection
          worklist={shown}
          departmentId={loaded.headedId ?? department?.id ?? 0}
          today={today}
          standingIn={loaded.standingIn}
        />
      )}
    </PartSection>
  )
  const doors = (
    <DoorsSection
      drafts={list?.drafts ?? { practices: 0, proposals: 0 }}
      beginning={list?.isNew ? { examples: improvements?.shown.examples ?? [] } : null}
    />
  )
  const own = (
    <PartSection part={proposals} title="自分の提案">
      {(shown) => <OwnProposals proposals={shown} today={today} />}
    </PartSection>
  )
  const standing = department && (
    <PartSection part={department.standing} title={`${department.name}の状況`}>
      {(shown) => (
        <DepartmentSection department={{ ...department, standing: shown }} duties={loaded.duties} />
      )}
    </PartSection>
  )
  return (
    <Page title="ホーム">
      {list?.isNew && list.total === 0 ? (
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
      <PartSection part={improvements} title="新しい改善事例">
        {({ newest }) => <NewsSection improvements={newest} />}
      </PartSection>
      <PartSection part={notices} title="お知らせ">
        {({ notifications }) => <NoticesSection notices={notifications} />}
      </PartSection>
    </Page>
  )
}
