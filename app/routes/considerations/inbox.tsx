import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { departmentIds, headedDepartmentIds } from '#app/domain/organisation/actor'
import { inboxOrders } from '#app/domain/proposals/consideration-inbox'
import { countInbox, listInbox } from '#app/domain/proposals/consideration-inbox.server'
import { listOpenConsultations } from '#app/domain/proposals/consultation-inbox.server'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { NothingChosen } from '#app/ui/form/nothing-chosen'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { LeftOut } from '#app/ui/proposals/together-list'
import { wasNothingChosen } from '#app/web/nothing-chosen'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { InboxEntries } from './inbox-entries'
import { inboxFilter, inboxQuery } from './inbox-filter'
import { appliedTo, InboxFilters } from './inbox-filters'
import { loadLeftOut } from './together/left-out.server'
import { OpenConsultations } from './open-consultations'

const orderLabels = { due: '期限の近い順', asked: '照会を受けた順' } as const

export const loader = page(async ({ actor, db, today, url }) => {
  const filter = inboxFilter(url)
  const id = numberQuery(url, 'id')
  const at = url.searchParams.get('at')
  const after = id !== undefined && at ? { at, id } : undefined
  const { entries, next } = await listInbox(db, actor, filter, after)
  return {
    today,
    filter,
    entries,
    nextHref: next && paths.considerations({ ...inboxQuery(filter), at: next.at, id: next.id }),
    isFirst: after === undefined,
    counts: await countInbox(db, actor),
    /** 「まとめて回答」 sends whoever chose nothing back here, and whoever was too late for some of them. */
    nothingChosen: wasNothingChosen(url),
    leftOut: await loadLeftOut(db, actor, url),
    consultations: filter.view === 'open' ? await listOpenConsultations(db, departmentIds(actor), today) : [],
    heads: headedDepartmentIds(actor).length > 0,
    departments: [...new Set(actor.appointments.map(({ departmentName }) => departmentName))],
  }
})

export const meta: MetaFunction = ({ matches }) => titled('検討する提案', matches)

export default function InboxPage() {
  const { departments, counts, filter, entries, nextHref, isFirst, today, consultations, heads, ...own } =
    useLoaderData<typeof loader>()
  const { view } = filter
  const applied = appliedTo(filter)
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
          <a href={paths.templates()} className="nav-link">
            回答のひな形
          </a>
        </>
      }
    >
      {own.nothingChosen && <NothingChosen sentence="まとめて回答する提案を1件以上選んでください" />}
      <LeftOut {...own.leftOut} hrefOf={paths.consideration} />
      <OpenConsultations consultations={consultations} heads={heads} today={today} />
      <FilterPanel
        action={paths.considerations()}
        applied={applied}
        clearHref={paths.considerations(inboxQuery({ view }))}
        side={false}
        filters={<InboxFilters filter={filter} />}
      >
        {view === 'open' && <Orders />}
        {entries.length > 0 ? (
          <InboxEntries entries={entries} today={today} />
        ) : (
          <Empty>{applied.length > 0 ? '条件に合う提案はありません。' : emptyWords[view]}</Empty>
        )}
        <Pagination
          previousHref={isFirst ? null : paths.considerations(inboxQuery(filter))}
          nextHref={nextHref}
        />
        {view === 'open' && entries.length > 0 && <Files />}
      </FilterPanel>
    </Page>
  )
}

const emptyWords = {
  open: '検討する提案はありません。',
  answered: '回答した提案はまだありません。',
} as const

function Orders() {
  const { filter } = useLoaderData<typeof loader>()
  return (
    <nav aria-label="並び" className="flex flex-wrap items-center gap-x-6 no-print">
      {inboxOrders.map((order) => (
        <ViewLink
          key={order}
          href={paths.considerations(inboxQuery({ ...filter, order }))}
          current={(filter.order ?? 'due') === order}
        >
          {orderLabels[order]}
        </ViewLink>
      ))}
    </nav>
  )
}

function Files() {
  const query = inboxQuery(useLoaderData<typeof loader>().filter)
  return (
    <p className="flex flex-wrap gap-x-6 no-print">
      <a href={paths.openConsiderationsWorkbook(query)} className="nav-link" download>
        Excelで保存する
      </a>
      <a href={paths.openConsiderationsFile(query)} className="nav-link" download>
        CSVで保存する
      </a>
    </p>
  )
}

function ViewLink({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <a href={href} className="nav-link" aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}
