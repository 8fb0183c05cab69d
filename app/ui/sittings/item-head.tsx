import { pointsInWords } from '#app/domain/evaluation/score'
import type { AgendaScores } from '#app/domain/proposals/sitting-view'
import type { ItemOutcome } from '#app/domain/committees/sitting'
import { SummaryList, type SummaryRow } from '#app/ui/summary-list'
import { outcomeLabels, suggestionLabels } from '#app/ui/words'

interface ItemHeadProps {
  line: { outcome: ItemOutcome | null; isGone: boolean; note: string; scores: AgendaScores | null }
  recusals: readonly { name: string; reason: string }[]
}

/** What the meeting has to go by, in a glance: scores with their spread, who keeps out, the result. */
export function ItemHead({ line, recusals }: ItemHeadProps) {
  const rows: SummaryRow[] = [
    { label: '事前採点', value: line.scores && <ScoreWords scores={line.scores} /> },
    {
      label: '除斥',
      value:
        recusals.length > 0 &&
        recusals.map(({ name, reason }) => (
          <span key={name} className="block">
            {name}
            {reason && `（申し出：${reason}）`}
          </span>
        )),
    },
    { label: '結果', value: line.isGone ? '取り下げ' : line.outcome && outcomeLabels[line.outcome] },
    { label: '審議の内容', value: line.note },
  ]
  const shown = rows.filter(({ value }) => value)
  return shown.length > 0 ? <SummaryList rows={shown} /> : null
}

function ScoreWords({ scores }: { scores: AgendaScores }) {
  const { mean, lowest, highest, scorers, place } = scores
  if (mean === null || lowest === null || highest === null) return '採点した委員がいません'
  return (
    <>
      <span className="font-700">平均 {pointsInWords(mean)}点</span>
      <span className="block">
        最低 {pointsInWords(lowest)}点　最高 {pointsInWords(highest)}点　採点 {scorers}人
        {place && `　${place.rank}位`}
        {place?.isWithinCut && '（上位の範囲内）'}
      </span>
      {place?.suggestion && (
        <span className="block">{suggestionLabels[place.suggestion]}の点数です。決めるのは会議です。</span>
      )}
      {place?.hasFewScorers && <span className="block">採点した委員が少ないため、参考です。</span>}
    </>
  )
}

interface ItemStepsProps {
  place: number
  items: number
  previousHref: string | null
  nextHref: string | null
  /** It stands twice on the page. */
  isLast?: boolean
}

/** 前へ and 次へ, where scripts run by the arrow keys as well; see enhance/stepping.ts. */
export function ItemSteps({ place, items, previousHref, nextHref, isLast }: ItemStepsProps) {
  return (
    <nav
      aria-label={isLast ? '議題（ページの終わり）' : '議題'}
      className="flex flex-wrap items-center gap-x-6 no-print"
      data-stepping=""
    >
      {previousHref && (
        <a href={previousHref} rel="prev" className="button button-secondary">
          前へ
        </a>
      )}
      <span>
        {place}／{items}
      </span>
      {nextHref && (
        <a href={nextHref} rel="next" className="button button-secondary">
          次へ
        </a>
      )}
    </nav>
  )
}
