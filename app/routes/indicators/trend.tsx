import { type Day, fiscalYearLabel, fiscalYearOf } from '#app/domain/calendar'
import type { Attainment } from '#app/domain/indicators/attainment'
import { Figure } from '#app/ui/figure'
import { targetText } from '#app/ui/share-words'
import { trendSentence } from '#app/ui/trend-words'

export function Trend({ attainment, today }: { attainment: Attainment; today: Day }) {
  const { years, fiscalYear, targetPermille } = attainment
  return (
    <Figure
      id="trend"
      caption={trendSentence(attainment, fiscalYear === fiscalYearOf(today))}
      bars={years.map((year) => ({
        label: fiscalYearLabel(year.fiscalYear).replace('年度', ''),
        value: year.permille === null ? null : year.permille / 10,
        current: year.fiscalYear === fiscalYear,
        detail: `${year.denominator}のうち${year.numerator}`,
      }))}
      target={
        targetPermille === null
          ? undefined
          : { value: targetPermille / 10, label: `目標 ${targetText(targetPermille)}` }
      }
      unit="％"
      top={100}
      digits={1}
    />
  )
}
