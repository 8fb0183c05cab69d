import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, wareki } from '#app/domain/calendar'
import { listFiscalYears } from '#app/domain/organisation/fiscal-years.server'
import { decisions } from '#app/domain/proposals/decision'
import { listMyProposals } from '#app/domain/proposals/listing.server'
import { listPublishedProposals } from '#app/domain/proposals/published.server'
import { Empty } from '#app/ui/empty'
import { FilterPanel } from '#app/ui/filter-panel'
import { ButtonLink } from '#app/ui/form/actions'
import { formOf, SelectField } from '#app/ui/form/fields'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { StateChip } from '#app/ui/proposals/head'
import { MineSection } from '#app/ui/proposals/mine'
import { decisionLabels } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { choiceQuery, numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, url }) => {
  const filter = { year: numberQuery(url, 'year'), decision: choiceQuery(url, 'decision', decisions) }
  const after = numberQuery(url, 'after')
  const { rows, nextAfter } = await listPublishedProposals(db, {
    ...{ fiscalYear: filter.year, decision: filter.decision, after },
  })
  const mine = after === undefined ? await listMyProposals(db, actor) : null
  return {
    filter,
    published: rows,
    years: await listFiscalYears(db),
    mine: mine && {
      drafts: mine.drafts.map((one) => ({ ...one, href: paths.proposalEdit(one.id) })),
      open: mine.open.map((one) => ({ ...one, href: paths.proposal(one.id) })),
      done: mine.done.map((one) => ({ ...one, href: paths.proposal(one.id) })),
    },
    firstHref: after === undefined ? null : paths.proposals(filter),
    nextHref: nextAfter === null ? null : paths.proposals({ ...filter, after: nextAfter }),
  }
})

export const meta: MetaFunction = () => titled('提案')

/** Mine first, then what everybody may read. */
export default function ProposalsPage() {
  const { mine, firstHref } = useLoaderData<typeof loader>()
  return (
    <Page
      title="提案"
      crumbs={[{ href: paths.home(), label: 'ホーム' }, { label: '提案' }]}
      actions={<ButtonLink href={paths.newProposal()}>提案を書く</ButtonLink>}
    >
      {mine && firstHref === null && <MineSection mine={mine} />}
      <section className="flow" aria-labelledby="published">
        <h2 id="published">結果の出た提案</h2>
        <Published />
      </section>
    </Page>
  )
}

function Published() {
  const { filter, published, years, firstHref, nextHref } = useLoaderData<typeof loader>()
  const applied = [
    ...(filter.year === undefined
      ? []
      : [
          { label: fiscalYearLabel(filter.year), removeHref: paths.proposals({ decision: filter.decision }) },
        ]),
    ...(filter.decision === undefined
      ? []
      : [{ label: decisionLabels[filter.decision], removeHref: paths.proposals({ year: filter.year }) }]),
  ]
  const form = formOf({ year: String(filter.year ?? ''), decision: filter.decision ?? '' })
  return (
    <FilterPanel
      action={paths.proposals()}
      applied={applied}
      clearHref={paths.proposals()}
      filters={
        <>
          <SelectField
            form={form}
            name="year"
            label="年度"
            empty="すべて"
            options={years.map((year) => ({ value: String(year), label: fiscalYearLabel(year) }))}
          />
          <SelectField
            form={form}
            name="decision"
            label="結果"
            empty="すべて"
            options={decisions.map((value) => ({ value, label: decisionLabels[value] }))}
          />
        </>
      }
    >
      {published.length === 0 ? (
        <Empty>
          {applied.length > 0 ? '条件に合う提案はありません。' : '結果をお知らせした提案はまだありません。'}
        </Empty>
      ) : (
        <ItemList
          label="結果の出た提案"
          items={published.map(({ id, title, stage, decision, ...proposal }) => ({
            key: id,
            href: paths.proposal(id),
            title,
            meta: [
              proposal.receiptNumber,
              proposal.leadDepartmentName,
              `${wareki(proposal.notifiedOn)}に結果を通知`,
            ]
              .filter(Boolean)
              .join('　'),
            chip: <StateChip stage={stage} decision={decision} />,
          }))}
        />
      )}
      <Pagination previousHref={firstHref} nextHref={nextHref} />
    </FilterPanel>
  )
}
