import type { ReactNode } from 'react'
import { wareki } from '#app/domain/calendar'
import type { EffectTag, IctKind } from '#app/domain/effects'
import { effectWords } from '#app/ui/effect-words'
import { practiceLabels as labels } from '#app/ui/practices/labels'
import { SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { effectTagLabels, ictKindLabels } from '#app/ui/words'

export interface SummedPractice {
  readonly title: string
  readonly before: string
  readonly change: string
  readonly effectTags: readonly EffectTag[]
  readonly minutesPerYear: number | null
  readonly yenPerYear: number | null
  readonly calculationBasis: string
  readonly recurring: 0 | 1
  readonly ictKind: IctKind | null
  readonly implementedOn: string | null
  readonly projectUnknown: 0 | 1
}

interface PracticeSummaryProps {
  practice: SummedPractice
  /** Names with departments. */
  projects: readonly string[]
  people: readonly string[]
  /** Where an answer can be changed, by the id of its field; nothing once it is reported. */
  changeHref?: ((field: string) => string) | undefined
  empty?: string | undefined
}

/** A report in pairs of question and answer: to check before sending, and to read afterwards. */
export function PracticeSummary({ practice, projects, people, changeHref, empty }: PracticeSummaryProps) {
  const { effectTags, ictKind, implementedOn, calculationBasis } = practice
  const text = (value: string) => value && <PlainText text={value} />
  const row = (field: keyof typeof labels, value: ReactNode) => ({
    label: labels[field],
    value,
    changeHref: changeHref?.(field),
  })
  return (
    <SummaryList
      empty={empty}
      rows={[
        // Where nothing can be changed, the name is the heading of the page.
        ...(changeHref ? [row('title', practice.title)] : []),
        row(
          'projectIds',
          practice.projectUnknown ? '分からない（確認する人が選びます）' : projects.join('、'),
        ),
        row('before', text(practice.before)),
        row('change', text(practice.change)),
        row('effectTags', effectTags.map((tag) => effectTagLabels[tag]).join('、')),
        { ...row('hoursPerYear', effectWords(practice)), label: '1年間の効果' },
        ...(calculationBasis ? [row('calculationBasis', text(calculationBasis))] : []),
        row('ictKind', ictKind && ictKindLabels[ictKind]),
        row('implementedOn', implementedOn && <time dateTime={implementedOn}>{wareki(implementedOn)}</time>),
        row('memberIds', people.join('、')),
      ]}
    />
  )
}
