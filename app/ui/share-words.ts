import { percentText, pointsText } from '#app/domain/indicators/ratio'

interface ShareWithTarget {
  readonly numerator: number
  readonly denominator: number
  readonly targetPermille: number | null
  readonly missing: number | null
}

/** 「24事務事業のうち15で改善（目標70％、あと2事務事業）」 */
export function shareSentence({ numerator, denominator, targetPermille, missing }: ShareWithTarget): string {
  const made = `${figure(denominator)}事務事業のうち${figure(numerator)}で改善`
  if (targetPermille === null) return made
  return `${made}（目標${targetText(targetPermille)}、${missing ? `あと${figure(missing)}事務事業` : '達成'}）`
}

/** 「70.0％（あと8.8ポイント、17事務事業）」 */
export function targetSentence(
  { targetPermille, missing }: ShareWithTarget,
  permille: number | null,
): string | null {
  if (targetPermille === null) return null
  const target = `${percentText(targetPermille)}％`
  if (missing === null || permille === null) return target
  if (missing === 0) return `${target}（達成）`
  // A share can round up to its target and still miss it by one project.
  const points = targetPermille - permille
  const left = points > 0 ? `あと${percentText(points)}ポイント、` : 'あと'
  return `${target}（${left}${figure(missing)}事務事業）`
}

/** 「実施されれば＋3事務事業、＋1.6ポイント」 */
export function expectedSentence(expected: { projects: number; permille: number }): string {
  return expected.projects === 0
    ? '実施を待つ提案で、新しく加わる事務事業はありません'
    : `実施されれば＋${figure(expected.projects)}事務事業、${pointsText(expected.permille)}ポイント`
}

/** 「70％」; a tenth is written only where there is one. */
export function targetText(permille: number): string {
  return `${percentText(permille).replace(/\.0$/, '')}％`
}

function figure(value: number): string {
  return value.toLocaleString('ja-JP')
}
