import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, wareki } from '#app/domain/calendar'
import { countInbox, inboxViews, listInbox } from '#app/domain/proposals/consideration-inbox.server'
import type { Stance } from '#app/domain/proposals/decision'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { Empty } from '#app/ui/empty'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { stanceLabels } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { choiceQuery, numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today, url }) => {
  const view = choiceQuery(url, 'view', inboxViews) ?? 'open'
  const id = numberQuery(url, 'id')
  const at = url.searchParams.get('at')
  const after = id !== undefined && at ? { at, id } : undefined
  const { entries, next } = await listInbox(db, actor, { view, after })
  return {
    today,
    view,
    entries,
    nextHref: next && paths.considerations({ view, at: next.at, id: next.id }),
    isFirst: after === undefined,
    counts: await countInbox(db, actor),
    departments: [...new Set(actor.appointments.map(({ departmentName }) => departmentName))],
  }
})

export const meta: MetaFunction = () => titled('検討する提案')

export default function InboxPage() {
  const { departments, counts, view, entries, nextHref, isFirst } = useLoaderData<typeof loader>()
  return (
    <Page
      title="検討する提案"
      heading={`検討する提案（${departments.join('、')}）`}
      meta={
        <span>
          受け付け待ち {counts.notTakenUp}件　検討中 {counts.open - counts.notTakenUp}件
        </span>
      }
      actions={
        <>
          <ViewLink href={paths.considerations()} current={view === 'open'}>
            これから回答する
          </ViewLink>
          <ViewLink href={paths.considerations({ view: 'answered' })} current={view === 'answered'}>
            回答済み
          </ViewLink>
          <a href={paths.openConsiderationsFile()} className="nav-link" download>
            これから回答するものをCSVで保存する
          </a>
        </>
      }
    >
      {entries.length > 0 ? (
        <Entries />
      ) : (
        <Empty>{view === 'open' ? '検討する提案はありません。' : '回答した提案はまだありません。'}</Empty>
      )}
      <Pagination previousHref={isFirst ? null : paths.considerations({ view })} nextHref={nextHref} />
    </Page>
  )
}

function Entries() {
  const { entries, today } = useLoaderData<typeof loader>()
  return (
    <ItemList
      label="検討する提案"
      items={entries.map((entry) => ({
        key: entry.id,
        href: paths.consideration(entry.id),
        title: entry.title,
        meta: [
          entry.receiptNumber,
          entry.departmentName + (entry.isLead === 1 ? '（主管課）' : ''),
          entry.round > 1 ? `${entry.round}回目の照会` : null,
        ]
          .filter((part) => part !== null)
          .join('　'),
        chip: entry.answeredAt ? (
          <span>
            {entry.stance && stanceLabels[entry.stance as Stance]}　
            <span className="secondary">{wareki(dayOf(entry.answeredAt))}回答</span>
          </span>
        ) : (
          <span className="flex flex-wrap gap-2">
            {entry.takenUpAt ? <Chip tone="progress">検討中</Chip> : <Chip tone="wait">受け付け待ち</Chip>}
            <Deadline dueOn={entry.dueOn} today={today} />
          </span>
        ),
      }))}
    />
  )
}

function ViewLink({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <a href={href} className="nav-link" aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}
