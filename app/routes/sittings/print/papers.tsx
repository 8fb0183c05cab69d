import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { nameOfSitting, sittingInWords } from '#app/domain/committees/sitting'
import type { HoldView } from '#app/domain/proposals/committee-view'
import { listPapersSeenBy, type PaperAnswer } from '#app/domain/proposals/sitting-papers.server'
import { PaperFiles } from '#app/ui/attachments/paper-files'
import { PrintFrame } from '#app/ui/print-frame'
import { SubjectRows } from '#app/ui/proposals/subject'
import { MarkingLink } from '#app/ui/sittings/marking-link'
import { SummaryList, type SummaryRow } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { stanceLabels } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { attachmentHrefs } from '../../attachments/hrefs'

export const loader = page(async ({ actor, db, params, url }) => {
  const { sitting, papers } = await listPapersSeenBy(db, actor, idParam(params, 'id'))
  return {
    sitting,
    marked: url.searchParams.has('marked'),
    papers: papers.map(({ line, ...paper }) => ({ position: line.position, ...paper })),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`会議資料：${data ? nameOfSitting(data.sitting) : ''}`)

function rowsOfAnswer({ departmentName, isLead, stance, grounds, opinions }: PaperAnswer): SummaryRow[] {
  return [
    {
      label: departmentName + (isLead ? '（主管課）' : ''),
      value: (
        <>
          <span className="font-700">{stance && stanceLabels[stance]}</span>
          <PlainText text={grounds} />
        </>
      ),
    },
    ...opinions.map(({ departmentName: consulted, opinion }) => ({
      label: `合議：${consulted}`,
      value: <PlainText text={opinion} />,
    })),
  ]
}

function rowsOfHold({ heldOn, reason, helperName, notes }: HoldView): SummaryRow[] {
  return [
    { label: `${wareki(heldOn)}の審議`, value: <PlainText text={reason} /> },
    ...notes.map(({ writtenOn, note }) => ({
      label: `${helperName}（${wareki(writtenOn)}）`,
      value: <PlainText text={note} />,
    })),
  ]
}

/** A cover with what is in it, then one proposal a page. */
export default function PrintedPapers() {
  const { sitting, papers, marked } = useLoaderData<typeof loader>()
  return (
    <PrintFrame
      title={`${sittingInWords(sitting)}　会議資料`}
      marking={marked ? '取扱注意' : undefined}
      backHref={paths.sitting(sitting.id)}
    >
      <MarkingLink marked={marked} href={paths.papersPrint(sitting.id, marked ? {} : { marked: 1 })} />
      <ol>
        {papers.map(({ subject }) => (
          <li key={subject.id}>
            {subject.title}（{subject.receiptNumber}）
          </li>
        ))}
      </ol>
      {papers.map(({ position, subject, answers, hold }) => (
        <section key={subject.id} className="paper new-page flow" aria-labelledby={`paper-${subject.id}`}>
          <h2 id={`paper-${subject.id}`}>
            {position}　{subject.title}（{subject.receiptNumber}）
          </h2>
          <SubjectRows subject={subject} />
          <PaperFiles attachments={subject.attachments} hrefs={attachmentHrefs} />
          {answers.length > 0 && (
            <>
              <h3>課の検討結果</h3>
              <SummaryList rows={answers.flatMap(rowsOfAnswer)} />
            </>
          )}
          {hold && (
            <>
              <h3>前回の審議と伴走の記録</h3>
              <SummaryList rows={rowsOfHold(hold)} />
            </>
          )}
        </section>
      ))}
    </PrintFrame>
  )
}
