import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, daysBetween } from '#app/domain/calendar'
import { recordsFor } from '#app/domain/organisation/actor'
import { type TriageView, triageViews } from '#app/domain/proposals/committee-view'
import { listTriage } from '#app/domain/proposals/committee-triage.server'
import { countTriage, listTriageDepartments } from '#app/domain/proposals/committee-triage-filters.server'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { formOf, Hidden, SelectField } from '#app/ui/form/fields'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { TriageTable } from '#app/ui/proposals/triage-table'
import { page } from '#app/web/page.server'
import { choiceQuery, numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

const viewLabels: Readonly<Record<TriageView, string>> = {
  waiting: '審議する提案',
  inCouncil: '政策会議で審議中',
  onHold: '育てている提案',
}

export const loader = page(async ({ actor, db, today, url }) => {
  const counts = await countTriage(db, actor)
  const view = choiceQuery(url, 'view', triageViews) ?? 'waiting'
  const leadDepartmentId = numberQuery(url, 'department')
  const id = numberQuery(url, 'id')
  const since = url.searchParams.get('since')
  const after = id !== undefined && since ? { since, id } : undefined
  const { entries, next } = await listTriage(db, actor, { view, leadDepartmentId, after })
  // A member reads; the chair, the vice-chair, the clerk and the secretariat write down.
  const records = recordsFor(actor, view === 'inCouncil' ? 'policyCouncil' : 'improvementCommittee')
  const filter = { view, department: leadDepartmentId }
  return {
    counts,
    view,
    leadDepartmentId,
    departments: await listTriageDepartments(db, actor),
    entries: entries.map(({ stageSince, ...entry }) => ({
      ...entry,
      href: paths.proposal(entry.id),
      act: records && entry.ownGround === null ? actOf(entry) : null,
      daysWaiting: daysBetween(dayOf(stageSince), today),
    })),
    firstHref: after && paths.triage(filter),
    nextHref: next && paths.triage({ ...filter, ...next }),
  }
})

function actOf({ id, openItemId }: { id: number; openItemId: number | null }) {
  return openItemId === null
    ? { href: paths.proposalAgenda(id), label: '会議の議題に入れる' }
    : { href: paths.agendaItem(openItemId), label: '議題を開く' }
}

export const meta: MetaFunction = () => titled('事務改善委員会')

export default function TriagePage() {
  const { counts, view, entries, departments, leadDepartmentId, firstHref, nextHref } =
    useLoaderData<typeof loader>()
  const chosen = departments.find(({ id }) => id === leadDepartmentId)
  return (
    <Page
      title="事務改善委員会"
      actions={triageViews.map((each) => (
        <a
          key={each}
          href={paths.triage({ view: each })}
          className="nav-link"
          aria-current={each === view ? 'page' : undefined}
        >
          {viewLabels[each]}（{counts[each]}件）
        </a>
      ))}
    >
      <p>待っている日数の長い順です。提案者の氏名は、審査の間は表示しません。</p>
      <FilterPanel
        side={false}
        action={paths.triage()}
        applied={chosen ? [{ label: `主管課：${chosen.name}`, removeHref: paths.triage({ view }) }] : []}
        clearHref={paths.triage({ view })}
        filters={
          <>
            <Hidden name="view" value={view} />
            <SelectField
              form={formOf({ department: String(leadDepartmentId ?? '') })}
              name="department"
              label="主管課"
              empty="すべて"
              options={departments.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          </>
        }
      >
        {entries.length > 0 ? (
          <TriageTable caption={viewLabels[view]} entries={entries} />
        ) : (
          <Empty>{viewLabels[view]}はありません。</Empty>
        )}
        <Pagination previousHref={firstHref} nextHref={nextHref} />
      </FilterPanel>
    </Page>
  )
}
