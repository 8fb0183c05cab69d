import { type Day, wareki } from '#app/domain/calendar'
import { SummaryList } from '#app/ui/summary-list'

/** The sealed log as a whole: of how many lines, since when. */
export interface LogSpan {
  readonly lines: number
  readonly since: Day | null
}

/** What never goes, and why: a figure that was once published must be explained by what stands here. */
export function KeptForGood({ log }: { log: LogSpan }) {
  const { lines, since } = log
  return (
    <section className="flow" aria-labelledby="kept">
      <h2 id="kept">廃棄しないもの</h2>
      <SummaryList
        rows={[
          {
            label: '提案、改善の報告、検討と判定、年度の数値',
            value: '取り下げた提案の文章も含めて、ずっと残ります。確定した年度の数値と根拠は変わりません。',
          },
          {
            label: '監査ログ',
            value: `${lines.toLocaleString('ja-JP')}件${since === null ? '' : `（${wareki(since)}から）`}。すべて残ります。国の指針が求める保存の目安（5年など）より長く、一部だけを捨てると改ざんのないことを確かめられなくなるためです。`,
          },
          {
            label: 'サーバーの動作記録（アクセスの記録）',
            value: 'この画面の対象外です。サーバーの標準出力に出るので、運用担当が1年以上保存してください。',
          },
        ]}
      />
    </section>
  )
}
