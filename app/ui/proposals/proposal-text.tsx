import type { ReactNode } from 'react'
import type { ProposalContent } from '#app/domain/proposals/content'
import { SummaryList, type SummaryRow } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { disclosureLabels, effectTagLabels, willingnessLabels } from '#app/ui/words'

export interface ShownText extends Omit<
  ProposalContent,
  'themeId' | 'title' | 'coAuthorIds' | 'projectIds' | 'targetIds'
> {
  readonly themeTitle: string | null
}

export interface ShownNames {
  readonly projects: readonly {
    id: number
    name: string
    department: string | null
    href?: string | undefined
  }[]
  readonly targets: readonly string[]
}

/** What is proposed, with its effect, as it is read; what is empty is left out. */
export function ProposalTextSections({ text, names }: { text: ShownText; names: ShownNames }) {
  return (
    <>
      <section className="flow" aria-labelledby="content">
        <h2 id="content">内容</h2>
        <h3>今どうなっているか</h3>
        <PlainText text={text.currentSituation} />
        <h3>どう変えるか</h3>
        <PlainText text={text.proposal} />
        {text.concerns && (
          <>
            <h3>実施にあたって心配なこと</h3>
            <PlainText text={text.concerns} />
          </>
        )}
        <SummaryList rows={given([...subjectRows(text, names), ...choiceRows(text)])} />
      </section>
      <section className="flow" aria-labelledby="effect">
        <h2 id="effect">期待する効果</h2>
        {text.expectedEffect && <PlainText text={text.expectedEffect} />}
        <EffectRows text={text} />
      </section>
    </>
  )
}

function EffectRows({ text }: { text: ShownText }) {
  const rows = given(effectRows(text))
  if (rows.length > 0) return <SummaryList rows={rows} />
  return text.expectedEffect ? null : <p className="secondary">記入はありません。</p>
}

export function subjectRows(text: ShownText, { projects, targets }: ShownNames): SummaryRow[] {
  return [
    { label: 'テーマ', value: text.themeTitle ?? '自由提案' },
    { label: '対象の課', value: targets.join('、') },
    {
      label: '対象の事務事業',
      value: projects.length > 0 && (
        <ul>
          {projects.map(({ id, name, department, href }) => (
            <li key={id}>
              {href ? <a href={href}>{name}</a> : name}
              {department && `（${department}）`}
            </li>
          ))}
        </ul>
      ),
    },
  ]
}

export function effectRows({ effectTags, minutesPerYear, yenPerYear, cost }: ShownText): SummaryRow[] {
  return [
    { label: 'よくなること', value: effectTags.map((tag) => effectTagLabels[tag]).join('、') },
    { label: '1年間に減る時間', value: minutesPerYear !== null && hoursWords(minutesPerYear) },
    { label: '1年間に減る費用', value: yenPerYear !== null && `${yenPerYear.toLocaleString('ja-JP')}円` },
    { label: '実施にかかる費用', value: cost },
  ]
}

export function choiceRows({ groupName, nameDisclosure, willingness }: ShownText): SummaryRow[] {
  return [
    { label: 'グループ名', value: groupName },
    { label: '氏名の公開', value: disclosureLabels[nameDisclosure] },
    { label: '採用されたときの関わり方', value: willingnessLabels[willingness] },
  ]
}

/** 「120時間」, 「1.5時間」, 「40分」 */
export function hoursWords(minutes: number): ReactNode {
  if (minutes < 60) return `${minutes}分`
  return `${(Math.round(minutes / 6) / 10).toLocaleString('ja-JP')}時間`
}

export function given(rows: readonly SummaryRow[]): SummaryRow[] {
  return rows.filter(({ value }) => value !== null && value !== '' && value !== false)
}
