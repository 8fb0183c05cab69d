import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, daysBetween, warekiShort } from '#app/domain/calendar'
import { recordsFor } from '#app/domain/organisation/actor'
import { type TriageView, triageViews } from '#app/domain/proposals/committee'
import { countTriage, listTriage, listTriageDepartments } from '#app/domain/proposals/committee-triage.server'
import { Chip } from '#app/ui/chip'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { formOf, Hidden, SelectField } from '#app/ui/form/fields'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { DataTable } from '#app/ui/table'
import { stageLabels, stageTones, stanceLabels } from '#app/ui/words'
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
  const filter = { view, department: leadDepartmentId }
  return {
    counts,
    view,
    /** A member reads; the chair, the vice-chair, the clerk and the secretariat write down. */
    records: recordsFor(actor, view === 'inCouncil' ? 'policyCouncil' : 'improvementCommittee'),
    leadDepartmentId,
    departments: await listTriageDepartments(db, actor),
    entries: entries.map(({ stageSince, ...entry }) => ({
      ...entry,
      daysWaiting: daysBetween(dayOf(stageSince), today),
    })),
    firstHref: after && paths.triage(filter),
    nextHref: next && paths.triage({ ...filter, ...next }),
  }
})

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
        {entries.length > 0 ? <Entries /> : <Empty>{viewLabels[view]}はありません。</Empty>}
        <Pagination previousHref={firstHref} nextHref={nextHref} />
      </FilterPanel>
    </Page>
  )
}

type Entry = Awaited<ReturnType<typeof useLoaderData<typeof loader>>>['entries'][number]

function Entries() {
  const { entries, view, records } = useLoaderData<typeof loader>()
  return (
    <DataTable<Entry>
      caption={viewLabels[view]}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: '提案',
          names: true,
          cell: ({ id, title, receiptNumber, leadDepartmentName }) => (
            <>
              <a href={paths.proposal(id)}>{title}</a>
              <span className="block secondary">
                {[receiptNumber, leadDepartmentName].filter((part) => part !== null).join('　')}
              </span>
            </>
          ),
        },
        { key: 'stances', label: '課の検討結果', cell: ({ stances }) => <Stances stances={stances} /> },
        {
          key: 'stage',
          label: '状態',
          cell: ({ stage, recheckOn }) => (
            <>
              <Chip tone={stageTones[stage]}>{stageLabels[stage]}</Chip>
              {recheckOn && <span className="block secondary">再検討日 {warekiShort(recheckOn)}</span>}
            </>
          ),
        },
        { key: 'days', label: '待ち日数', figures: true, cell: ({ daysWaiting }) => `${daysWaiting}日` },
        {
          key: 'act',
          label: '手続き',
          cell: (entry) => <Acts entry={entry} view={view} records={records} />,
        },
      ]}
    />
  )
}

function Stances({ stances }: { stances: Entry['stances'] }) {
  if (stances.length === 0) return '—'
  return stances.map((stance, index) => (
    <span key={index} className="block">
      {stance === null ? '回答待ち' : stanceLabels[stance]}
    </span>
  ))
}

function Acts({ entry, view, records }: { entry: Entry; view: TriageView; records: boolean }) {
  const { id, title, recused } = entry
  if (recused) return '除斥'
  if (!records) return null
  if (view === 'inCouncil') {
    return (
      <a href={paths.councilOutcome(id)}>
        結果を記録する<span className="sr-only">：{title}</span>
      </a>
    )
  }
  return (
    <a href={paths.decision(id)}>
      判定を記録する<span className="sr-only">：{title}</span>
    </a>
  )
}
