import type { Day } from '#app/domain/calendar'
import { spread } from './moments'

/*
 * The one place where the loader adds what a command demands and the files of the town do not have. Everything here is
 * as invented as the files themselves; but for shared-knowledge.ts nothing else in db/seed makes up a word.
 */

/** Why proposals were not accepted: all three were about matters that the scheme leaves out. */
export const notAcceptedCode = 'outOfScope'

/** The words that give away which kind of reason a text is about, the first that fits. */
const tellingWords: readonly (readonly [RegExp, string])[] = [
  [/法|条例|契約|協定/, 'law'],
  [/費用|予算|万円|手数料|委託費/, 'budget'],
  [/人員|手当|体制/, 'staff'],
  [/システム|改修/, 'system'],
  [/先生|保護者|地元|住民/, 'coordination'],
  [/効果|見合/, 'effect'],
]

export function reasonCodeFor(text: string): string {
  return tellingWords.find(([words]) => words.test(text))?.[1] ?? 'other'
}

const possible: Readonly<Record<string, string>> = {
  law: '関係する法令や契約の条件が変わったとき、または条件の中でできる方法が見つかったとき。',
  budget: '費用を抑える方法が見つかるか、財源の見通しが立ったとき。',
  staff: '担当する体制が整ったとき。',
  system: 'システムの更新に合わせて必要な機能を加えられるとき。',
  coordination: '関係する方々の理解が得られ、負担の少ない進め方が決まったとき。',
  effect: '小さく試した結果などから、費用に見合う効果が見込めるとき。',
  other: '理由に挙げた課題を解決する方法が見つかったとき。',
}

export function possibleWhen(reasonCode: string): string {
  return possible[reasonCode] ?? '理由に挙げた課題を解決する方法が見つかったとき。'
}

/** Condition, part or reference of an answer: the files have it in the grounds, of which this is the gist. */
export function gistOf(grounds: string): string {
  return `${grounds.split('。')[0]}。`
}

export function ownerIn(departmentName: string): string {
  return `${departmentName} 担当係長`
}

/** 「令和7年8月の委員会で」 in a reason is when the committee wants to see it again. */
export function recheckDay(reason: string): Day | undefined {
  const [, year, month] = /令和(\d+)年(\d+)月の委員会/.exec(reason) ?? []
  return year && month ? `${2018 + Number(year)}-${month.padStart(2, '0')}-01` : undefined
}

/** The files end with 「継続検討」; each time it comes back the committee holds it again. */
export const heldAgain =
  '確かめる必要のある点が残っているため、所管課の検討を続け、結果がまとまり次第あらためて判断します。'

/** Of departments that have not answered, two in three have opened the question. */
export function isTakenUp(ref: string, departmentCode: string): boolean {
  return spread(`${ref} ${departmentCode}`, 3) > 0
}

/** The day by which an adopted proposal without a date of implementation is planned. */
export function plannedDay(decidedOn: Day): Day {
  return `${Number(decidedOn.slice(0, 4)) + 1}-03-31`
}

export const calculationBasis = '実施前後の3か月の作業記録を比べ、年間に換算しました。'

/** Reports of past years that no head ever confirmed were given back and not taken up again. */
export const missingInReport =
  '変えたことが分かるように、実施前と実施後の手順をもう少し詳しく書いてください。'

/** Where and when 事務改善委員会 meets. */
export const meetingPlace = { startsAt: '午後3時', place: '本庁舎 第1委員会室' }

export function minutesOf(matters: number): string {
  return [
    '委員長が開会を宣し、定足数を満たすことを確認した。',
    `議題${matters}件について、主管課の検討結果と事前の採点を基に審議し、議題ごとの結果を決めた。`,
    'その他に発言はなく、委員長が閉会を宣した。',
  ].join('\n')
}

const commonMarks: Readonly<Record<string, number>> = { adopted: 4, partlyAdopted: 4, notAdopted: 2 }

/** Scores of a member: around what the committee decided in the end, each criterion a little above or below. */
export function marksOf(title: string, member: string, decision: string): number[] {
  const common = commonMarks[decision] ?? 3
  return [0, 1, 2, 3, 4].map((criterion) => common + spread(`${member}${criterion}${title}`, 3) - 1)
}

export const willingness = 'together'

export function actualEffect(minutes: number | null, yen: number | null): string {
  const figures = [
    ...(minutes ? [`年間${Math.round(minutes / 60).toLocaleString('ja-JP')}時間の作業が減りました`] : []),
    ...(yen ? [`年間${yen.toLocaleString('ja-JP')}円の効果がありました`] : []),
  ]
  return figures.length > 0
    ? `${figures.join('。')}。`
    : '予定どおり実施しました。効果の大きさは、利用の状況を見ながら確かめていきます。'
}

export const evidence = '実施後の記録（担当課で保管）'

export const verification = '実施の状況を現地と記録で確かめました。提案のねらいどおりの効果が出ています。'
