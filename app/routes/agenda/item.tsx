import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sittingInWords } from '#app/domain/committees/sitting'
import { listConsiderationsSeenBy } from '#app/domain/proposals/consideration-lookup.server'
import { findAgendaAround } from '#app/domain/proposals/sitting-lines.server'
import { findMatterSeenBy } from '#app/domain/proposals/sitting-matter.server'
import { Page } from '#app/ui/page'
import { Deeds } from '#app/ui/proposals/deeds'
import { HoldBox } from '#app/ui/proposals/hold-box'
import { ConsiderationsSection } from '#app/ui/proposals/considerations-section'
import { SubjectRows } from '#app/ui/proposals/subject'
import { TalksSection } from '#app/ui/proposals/talks-section'
import { ItemHead, ItemSteps } from '#app/ui/sittings/item-head'
import { NamedSheets } from '#app/ui/sittings/named-sheets'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { Attached } from '../attachments/attached'
import { Live } from '../sittings/live'
import { liveRevisionOf } from '../sittings/revision.server'
import { itemDeeds } from './deeds'

/** One item a page, for the projector: what is proposed, what the departments say, what the scores come to. */
export const loader = page(async ({ actor, db, today, params }) => {
  const { sitting, lines, line, keepingOut } = await findAgendaAround(db, actor, idParam(params, 'id'))
  const { facts, ...matter } = await findMatterSeenBy(db, actor, line)
  const place = lines.indexOf(line)
  return {
    ...{ today, sitting, line, place: place + 1, items: lines.length, ...matter },
    revision: liveRevisionOf({ sitting, lines }),
    previousHref: hrefOf(lines[place - 1]),
    nextHref: hrefOf(lines[place + 1]),
    considerations: await listConsiderationsSeenBy(db, actor, facts),
    recusals: keepingOut,
    deeds: itemDeeds(actor, sitting, line, facts),
  }
})

function hrefOf(line: { id: number } | undefined): string | null {
  return line ? paths.agendaItem(line.id) : null
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data ? `議題${data.place}：${data.line.title}` : '議題')

export default function ItemPage() {
  const item = useLoaderData<typeof loader>()
  const { sitting, line } = item
  return (
    <div className="meeting">
      <Page
        title={line.title}
        crumbs={[
          { href: paths.sittings(), label: '会議' },
          { href: paths.sitting(sitting.id), label: sittingInWords(sitting) },
          { label: `議題${item.place}／${item.items}` },
        ]}
        meta={<span>{[line.receiptNumber, line.leadDepartmentName].filter(Boolean).join('　')}</span>}
      >
        <ItemSteps {...item} />
        <Live sittingId={sitting.id} revision={item.revision} href={paths.agendaItem(line.id)} />
        <ItemHead line={line} recusals={item.recusals} />
        <Deeds deeds={item.deeds} />
        {item.hold && <HoldBox hold={item.hold} />}
        <section className="flow" aria-labelledby="proposal">
          <h2 id="proposal">提案の内容</h2>
          <SubjectRows subject={item.subject} />
          <p className="no-print">
            <a href={paths.proposal(line.proposalId)} className="nav-link">
              提案のページを開く
            </a>
          </p>
        </section>
        <Attached attachments={item.subject.attachments} />
        <ConsiderationsSection considerations={item.considerations} today={item.today} />
        <TalksSection talks={item.talks} />
        <NamedSheets sheets={item.sheets} />
        <ItemSteps {...item} isLast />
      </Page>
    </div>
  )
}
