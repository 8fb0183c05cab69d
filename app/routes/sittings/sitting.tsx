import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayChangeAgenda } from '#app/domain/committees/policy'
import { isSittingOver, nameOfSitting, sittingInWords, stepAt, stepsOf } from '#app/domain/committees/sitting'
import { judgesIn, mayScore } from '#app/domain/evaluation/policy'
import { type AgendaLine, findAgendaSeenBy } from '#app/domain/proposals/sitting-lines.server'
import { Empty } from '#app/ui/empty'
import { Button, ButtonLink } from '#app/ui/form/actions'
import { NothingChosen } from '#app/ui/form/nothing-chosen'
import { Page } from '#app/ui/page'
import { Deeds } from '#app/ui/proposals/deeds'
import { AgendaTable } from '#app/ui/sittings/agenda-table'
import { StepNav } from '#app/ui/step-nav'
import { wasNothingChosen } from '#app/web/nothing-chosen'
import { page, type PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { sittingDeeds } from './deeds'
import { Live } from './live'
import { liveRevisionOf } from './revision.server'
import { rowOf } from './row'

export const loader = page(async ({ actor, db, params, url }) => {
  const { sitting, lines } = await findAgendaSeenBy(db, actor, idParam(params, 'id'))
  const prepares = mayChangeAgenda(actor, sitting).ok
  const toScore = new Set(lines.filter((line) => isToScore(actor, sitting, line)))
  return {
    sitting,
    revision: liveRevisionOf({ sitting, lines }),
    prepares,
    /** The check pages send whoever chose nothing back here. */
    nothingChosen: wasNothingChosen(url),
    deeds: sittingDeeds(actor, sitting, lines),
    isOver: isSittingOver(sitting, lines.filter(({ awaitsNotice }) => awaitsNotice).length),
    scored: lines.filter(({ ownPoints }) => ownPoints !== null).length,
    nextToScore: [...toScore].find(({ ownPoints }) => ownPoints === null)?.id ?? null,
    toScore: toScore.size,
    judges: judgesIn(actor, sitting.body),
    first: lines[0]?.id ?? null,
    rows: lines.map((line) => rowOf(line, toScore.has(line))),
  }
})

type Sitting = Awaited<ReturnType<typeof findAgendaSeenBy>>['sitting']

function isToScore(actor: PageArgs['actor'], sitting: Sitting, line: AgendaLine): boolean {
  return !line.isGone && line.outcome === null && mayScore(actor, sitting, line).ok
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(data ? nameOfSitting(data.sitting) : '会議', matches)

export default function SittingPage() {
  const { sitting, revision, rows, prepares, deeds, nothingChosen, ...own } = useLoaderData<typeof loader>()
  return (
    <Page
      title={nameOfSitting(sitting)}
      heading={sittingInWords(sitting)}
      crumbs={[{ href: paths.sittings(), label: '会議' }, { label: nameOfSitting(sitting) }]}
      meta={
        <>
          {(sitting.startsAt || sitting.place) && (
            <span>{[sitting.startsAt, sitting.place].filter(Boolean).join('　')}</span>
          )}
          <span>審議する提案 {rows.length}件</span>
          {own.toScore + own.scored > 0 && <span>採点済み {own.scored}件</span>}
        </>
      }
      actions={
        <>
          {own.nextToScore !== null && <ButtonLink href={paths.score(own.nextToScore)}>採点する</ButtonLink>}
          {own.first !== null && <Papers sitting={sitting} />}
          {own.first !== null && (
            <ButtonLink href={paths.agendaItem(own.first)} kind="secondary">
              会議用の画面を開く
            </ButtonLink>
          )}
        </>
      }
      wide
    >
      {nothingChosen && <NothingChosen sentence="提案を1件以上選んでください" />}
      <StepNav steps={stepsOf(sitting.body)} at={stepAt(sitting)} done={own.isOver} />
      <Live sittingId={sitting.id} revision={revision} href={paths.sitting(sitting.id)} />
      <Deeds deeds={deeds} />
      {rows.length === 0 ? (
        <Empty>審議する提案がありません。</Empty>
      ) : (
        <form method="get" className="form-flow" id="chosen" tabIndex={-1}>
          <AgendaTable
            rows={rows}
            selectable={prepares}
            scores={sitting.body === 'improvementCommittee'}
            judges={own.judges}
            counts={prepares}
          />
          {prepares && <Batch sittingId={sitting.id} asks={sitting.body === 'improvementCommittee'} />}
        </form>
      )}
    </Page>
  )
}

/** What people put on the table. */
function Papers({ sitting }: { sitting: { id: number; body: string; begunAt: string | null } }) {
  const links = [
    { href: paths.agendaPrint(sitting.id), label: '議題の一覧を印刷する', isShown: true },
    { href: paths.papersPrint(sitting.id), label: '会議資料を印刷する', isShown: true },
    {
      href: paths.scoreSheetsPrint(sitting.id),
      label: '採点用紙を印刷する',
      isShown: sitting.body === 'improvementCommittee',
    },
    {
      href: paths.minutesPrint(sitting.id),
      label: '議事録を印刷する',
      isShown: sitting.begunAt !== null,
    },
  ]
  return links
    .filter(({ isShown }) => isShown)
    .map(({ href, label }) => (
      <a key={href} href={href} className="nav-link">
        {label}
      </a>
    ))
}

/** 次回へ回す, 照会: each leads to a page that shows what was chosen. */
function Batch({ sittingId, asks }: { sittingId: number; asks: boolean }) {
  return (
    <fieldset className="no-print">
      <legend className="field-label">選んだ提案を</legend>
      <div className="flex flex-wrap gap-3">
        <Button kind="secondary" formAction={paths.postponement(sittingId)}>
          次回へ回す
        </Button>
        {asks && (
          <Button kind="secondary" formAction={paths.inquiry(sittingId)}>
            主管課に照会する
          </Button>
        )}
      </div>
    </fieldset>
  )
}
