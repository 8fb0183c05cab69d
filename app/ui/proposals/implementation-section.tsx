import { type Day, dayOf, wareki } from '#app/domain/calendar'
import type { ImplementationView, ProgressReport } from '#app/domain/proposals/implementation'
import { Chip } from '#app/ui/chip'
import { hoursInWords } from '#app/ui/effect-words'
import { Deadline } from '#app/ui/deadline'
import { type SummaryRow, SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { statusLabels } from '#app/ui/words'

interface ImplementationSectionProps {
  implementation: ImplementationView | null
  today: Day
  projectHrefOf: (projectId: number) => string
}

/** Whether it was done, by whom, and what came of it. */
export function ImplementationSection({ implementation, today, projectHrefOf }: ImplementationSectionProps) {
  if (!implementation) return null
  const { status, nextReportOn, completedAt, endedAt, reports } = implementation
  const reportIsDue = nextReportOn !== null && completedAt === null && endedAt === null
  return (
    <section className="flow" aria-labelledby="implementation">
      <h2 id="implementation">実施状況</h2>
      <p className="flex flex-wrap items-center gap-x-4">
        <Chip tone={toneOf(implementation)}>{statusLabels[status]}</Chip>
        {reportIsDue && (
          <span>
            {'次の報告　'}
            <Deadline dueOn={nextReportOn} today={today} />
          </span>
        )}
      </p>
      <SummaryList rows={rowsOf(implementation, projectHrefOf)} />
      {reports.length > 0 && <Reports reports={reports} />}
    </section>
  )
}

function toneOf({ completedAt, endedAt, startedAt }: ImplementationView) {
  if (endedAt) return 'outline'
  if (completedAt) return 'good'
  return startedAt ? 'progress' : 'wait'
}

function rowsOf(shown: ImplementationView, projectHrefOf: (projectId: number) => string): SummaryRow[] {
  const { project, implementedOn, actualEffect, evidence, verification, endReason } = shown
  const rows: SummaryRow[] = [
    { label: '実施担当課', value: shown.departmentName },
    { label: '担当', value: shown.owner },
    { label: '実施予定日', value: shown.plannedOn && wareki(shown.plannedOn) },
    { label: '対象の事務事業', value: project && <a href={projectHrefOf(project.id)}>{project.name}</a> },
    { label: '実施した日', value: implementedOn && wareki(implementedOn) },
    { label: '実際の効果', value: implementedOn && actualWords(shown) },
    { label: '効果の内容', value: actualEffect && <PlainText text={actualEffect} /> },
    { label: '効果の根拠', value: evidence && <PlainText text={evidence} /> },
    { label: '効果の確認', value: verification && <PlainText text={verification} /> },
    {
      label: shown.status === 'reverted' ? '元に戻して分かったこと' : '実施を見送る理由',
      value: endReason && <PlainText text={endReason} />,
    },
  ]
  return rows.filter(({ value }) => value !== null && value !== '')
}

function actualWords({
  actualMinutesPerYear,
  actualYenPerYear,
  recurring,
}: ImplementationView): string | null {
  const parts = [
    actualMinutesPerYear === null ? null : `時間 ${hoursInWords(actualMinutesPerYear)}時間`,
    actualYenPerYear === null ? null : `金額 ${actualYenPerYear.toLocaleString('ja-JP')}円`,
  ].filter((part) => part !== null)
  if (parts.length === 0) return null
  return `${parts.join('、')}（${recurring ? '毎年続く効果' : '一度だけの効果'}）`
}

function Reports({ reports }: { reports: readonly ProgressReport[] }) {
  return (
    <>
      <h3>これまでの報告（新しい順）</h3>
      <ol className="rows">
        {reports.map(({ id, status, text, nextReportOn, reportedAt }) => (
          <li key={id} className="py-2">
            <p className="secondary">
              <time dateTime={reportedAt}>{wareki(dayOf(reportedAt))}</time>　{statusLabels[status]}
              {nextReportOn && `　次の報告 ${wareki(nextReportOn)}`}
            </p>
            <PlainText text={text} />
          </li>
        ))}
      </ol>
    </>
  )
}
