import { dayOf, wareki } from '#app/domain/calendar'
import type { ConsideredSubject } from '#app/domain/proposals/consideration-view'
import { hoursInWords } from '#app/ui/effect-words'
import { type SummaryRow, SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { effectTagLabels } from '#app/ui/words'

/** What is to be considered or decided, without its people: open at first, to be folded away while writing. */
export function Subject({ subject, href }: { subject: ConsideredSubject; href: string }) {
  return (
    <details open>
      <summary>提案の内容</summary>
      <div className="flow border-l-4 border-solid-gray-420 py-1 pl-4">
        <SubjectRows subject={subject} />
        <p className="no-print">
          <a href={href} className="nav-link">
            提案のページを開く（これまでの経過も見られます）
          </a>
        </p>
      </div>
    </details>
  )
}

export function SubjectRows({ subject }: { subject: ConsideredSubject }) {
  const texts = [
    ['今どうなっているか', subject.currentSituation],
    ['どう変えるか', subject.proposal],
    ['心配なこと', subject.concerns],
    ['期待する効果', subject.expectedEffect],
    ['費用', subject.cost],
  ] as const
  const rows: SummaryRow[] = [
    { label: '受け付けた日', value: subject.acceptedAt && wareki(dayOf(subject.acceptedAt)) },
    { label: '主管課', value: subject.leadDepartmentName },
    ...texts.map(([label, text]) => ({ label, value: text && <PlainText text={text} /> })),
    { label: '効果の種類', value: subject.effectTags.map((tag) => effectTagLabels[tag]).join('、') },
    { label: '効果の見込み', value: expectedWords(subject) },
    { label: '事務事業', value: subject.projects.map(({ name }) => name).join('、') },
  ]
  return <SummaryList rows={rows.filter(({ value }) => value !== null && value !== '')} />
}

function expectedWords({ minutesPerYear, yenPerYear }: ConsideredSubject): string {
  const hours = minutesPerYear === null ? null : `年${hoursInWords(minutesPerYear)}時間`
  const yen = yenPerYear === null ? null : `年${yenPerYear.toLocaleString('ja-JP')}円`
  return [hours, yen].filter((part) => part !== null).join('、')
}
