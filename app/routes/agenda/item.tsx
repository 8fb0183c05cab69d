import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findSittingIdOf } from '#app/domain/committees/agenda.server'
import { sittingInWords } from '#app/domain/committees/sitting'
import { NotFound } from '#app/domain/errors'
import { listNamedRecusals, listSheetsSeenBy } from '#app/domain/evaluation/sheets.server'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import { listConsiderationsSeenBy } from '#app/domain/proposals/consideration-lookup.server'
import { findFactsSeenBy } from '#app/domain/proposals/facts.server'
import { findLastHold } from '#app/domain/proposals/hold-notes.server'
import { findAgendaSeenBy } from '#app/domain/proposals/sitting-lines.server'
import { listTalksSeenBy } from '#app/domain/proposals/three-party.server'
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
import { itemDeeds } from './deeds'

/** One item a page, for the projector: what is proposed, what the departments say, what the scores come to. */
export const loader = page(async ({ actor, db, today, params }) => {
  const agendaItemId = idParam(params, 'id')
  const sittingId = await findSittingIdOf(db, agendaItemId)
  const { sitting, lines, recusals } = await findAgendaSeenBy(db, actor, sittingId)
  const place = lines.findIndex(({ id }) => id === agendaItemId)
  const line = lines[place]
  if (!line) throw new NotFound()
  const { body, heldOn } = sitting
  const { proposalId } = line
  const facts = await findFactsSeenBy(db, actor, proposalId)
  const recusedIds = recusals
    .filter((recusal) => recusal.agendaItemId === agendaItemId)
    .map(({ personId }) => personId)
  return {
    today,
    sitting,
    line,
    place: place + 1,
    items: lines.length,
    previousHref: hrefOf(lines[place - 1]),
    nextHref: hrefOf(lines[place + 1]),
    subject: await findSubject(db, proposalId),
    considerations: await listConsiderationsSeenBy(db, actor, facts),
    talks: await listTalksSeenBy(db, actor, facts),
    hold: facts.wasHeld ? await findLastHold(db, proposalId) : null,
    recusals: await listNamedRecusals(db, actor, { agendaItemId, body, heldOn }, [...new Set(recusedIds)]),
    sheets: await listSheetsSeenBy(db, actor, agendaItemId),
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
