import { type Day, fiscalYearLabel, fiscalYearOf } from '#app/domain/calendar'
import type { Attainment } from '#app/domain/indicators/attainment'
import { type ChartSize, type PlacedChart, placeCharts } from '#app/ui/chart-geometry'
import { Figure } from '#app/ui/figure'
import { targetText } from '#app/ui/share-words'
import { trendSentence } from '#app/ui/trend-words'

interface TrendProps {
  attainment: Attainment
  charts: Readonly<Record<ChartSize, PlacedChart>>
  today: Day
}

export function Trend({ attainment, charts, today }: TrendProps) {
  const { fiscalYear, targetPermille } = attainment
  return (
    <Figure
      id="trend"
      caption={trendSentence(attainment, fiscalYear === fiscalYearOf(today))}
      bars={barsOf(attainment)}
      charts={charts}
      targetLabel={targetPermille === null ? undefined : `目標 ${targetText(targetPermille)}`}
      unit="％"
      digits={1}
    />
  )
}

/** On an axis up to 100, so that the charts of two years can be laid side by side. */
export function placeTrend(attainment: Attainment): Record<ChartSize, PlacedChart> {
  const { targetPermille } = attainment
  const bars = barsOf(attainment).map(({ label, value, current }) => ({ label, value, current }))
  return placeCharts(bars, { target: targetPermille === null ? undefined : targetPermille / 10, top: 100 })
}

function barsOf({ years, fiscalYear: shown }: Attainment) {
  return years.map(({ fiscalYear, permille, numerator, denominator }) => ({
    label: fiscalYearLabel(fiscalYear).replace('年度', ''),
    value: permille === null ? null : permille / 10,
    current: fiscalYear === shown,
    detail: `${denominator}のうち${numerator}`,
  }))
}
