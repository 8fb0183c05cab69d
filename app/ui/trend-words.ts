import { type Day, fiscalYearLabel, monthDay } from '#app/domain/calendar'
import type { YearShare } from '#app/domain/indicators/attainment'
import { percentText } from '#app/domain/indicators/ratio'
import { targetText } from '#app/ui/share-words'

/**
 * What the figure of the years says, in one sentence: 「年度ごとの割合（令和8年度は11月22日現在）。2年間で19.2ポイント
 * 増え、目標の70％まで8.8ポイント。」
 */
export function trendSentence(
  years: readonly YearShare[],
  { fiscalYear, targetPermille, permille }: Omit<YearShare, 'numerator' | 'denominator'>,
  runningAsOf: Day | null,
): string {
  const asOf = runningAsOf === null ? '' : `（${fiscalYearLabel(fiscalYear)}は${monthDay(runningAsOf)}現在）`
  const first = years.find((year) => year.permille !== null)
  const parts = [
    permille !== null && first && first.fiscalYear < fiscalYear && first.permille !== null
      ? changeWords(fiscalYear - first.fiscalYear, permille - first.permille)
      : null,
    permille !== null && targetPermille !== null ? targetWords(targetPermille, permille) : null,
  ].filter((part) => part !== null)
  return `年度ごとの割合${asOf}。${parts.length > 0 ? `${parts.join('、')}。` : ''}`
}

function changeWords(years: number, points: number): string {
  if (points === 0) return `${years}年前と同じ割合`
  return `${years}年間で${percentText(Math.abs(points))}ポイント${points > 0 ? '増え' : '減り'}`
}

function targetWords(targetPermille: number, permille: number): string {
  const left = targetPermille - permille
  const target = `目標の${targetText(targetPermille)}`
  return left > 0 ? `${target}まで${percentText(left)}ポイント` : `${target}に届いています`
}
