import { fiscalYearLabel, monthDay } from '#app/domain/calendar'
import type { Attainment } from '#app/domain/indicators/attainment'
import { percentText } from '#app/domain/indicators/ratio'
import { targetText } from '#app/ui/share-words'

/**
 * What the figure of the years says, in one sentence. A year that still runs is compared with the same day of the
 * year before, not with whole years: 「年度ごとの割合（令和8年度は11月22日現在）。前年の同じ日より5.8ポイント高く、
 * 目標の70％まで8.8ポイント。」
 */
export function trendSentence(
  { years, fiscalYear, targetPermille, permille, asOf, sameDayLastYear }: TrendFacts,
  isRunning: boolean,
): string {
  const until = isRunning ? `（${fiscalYearLabel(fiscalYear)}は${monthDay(asOf)}現在）` : ''
  if (permille === null) return `年度ごとの割合${until}。`
  const parts = [
    isRunning ? sameDayWords(permille, sameDayLastYear) : yearsWords(permille, fiscalYear, years),
    targetPermille === null ? null : targetWords(targetPermille, permille),
  ].filter((part) => part !== null)
  return `年度ごとの割合${until}。${parts.length > 0 ? `${parts.join('、')}。` : ''}`
}

type TrendFacts = Pick<
  Attainment,
  'years' | 'fiscalYear' | 'targetPermille' | 'permille' | 'asOf' | 'sameDayLastYear'
>

function sameDayWords(permille: number, last: Attainment['sameDayLastYear']): string | null {
  if (last === null || last.permille === null) return null
  const points = permille - last.permille
  if (points === 0) return '前年の同じ日と同じ割合'
  return `前年の同じ日より${percentText(Math.abs(points))}ポイント${points > 0 ? '高く' : '低く'}`
}

function yearsWords(permille: number, fiscalYear: number, years: Attainment['years']): string | null {
  const first = years.find((year) => year.permille !== null)
  if (!first || first.permille === null || first.fiscalYear >= fiscalYear) return null
  const passed = fiscalYear - first.fiscalYear
  const points = permille - first.permille
  if (points === 0) return `${passed}年前と同じ割合`
  return `${passed}年間で${percentText(Math.abs(points))}ポイント${points > 0 ? '増え' : '減り'}`
}

function targetWords(targetPermille: number, permille: number): string {
  const left = targetPermille - permille
  const target = `目標の${targetText(targetPermille)}`
  return left > 0 ? `${target}まで${percentText(left)}ポイント` : `${target}に届いています`
}
