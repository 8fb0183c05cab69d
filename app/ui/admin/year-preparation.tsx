import type { ReactNode } from 'react'
import { dayOf, type Instant, wareki } from '#app/domain/calendar'
import { type YearCheck, yearCheckLabels } from '#app/domain/organisation/year-check'
import { Chip } from '#app/ui/chip'
import { Button } from '#app/ui/form/actions'
import { Hidden } from '#app/ui/form/fields'

interface YearPreparationProps {
  preparation: {
    readonly projects: number
    readonly notCarriedOver: number
    readonly stray: number
    readonly campaigns: number
    readonly unableBodies: readonly { readonly name: string; readonly lacks: string }[]
    readonly checks: readonly {
      readonly item: YearCheck
      readonly checked: { readonly at: Instant; readonly by: string | null } | null
    }[]
  }
  hasTarget: boolean
  /** 「令和9年4月1日」 */
  firstDay: string
  /** Where each part is done. */
  hrefs: Readonly<Record<'target' | 'projects' | 'places' | 'campaigns' | 'gaps', string>> &
    Readonly<Record<YearCheck, string>>
  verbs: { readonly check: string; readonly takeBack: string }
  mayChange: boolean
}

/** What a year has and what it still lacks, in no order: any of it can be done first. */
export function YearPreparation(props: YearPreparationProps) {
  const parts = partsOf(props)
  const { checks } = props.preparation
  const missing =
    parts.filter(({ isDone }) => !isDone).length + checks.filter(({ checked }) => checked === null).length
  return (
    <section className="flow" aria-labelledby="preparation">
      <h2 id="preparation">年度の準備</h2>
      <p>{missing === 0 ? 'すべて済んでいます。' : `残りは${missing}件です。どれからでもできます。`}</p>
      <ul className="rows">
        {parts.map(({ label, href, isDone, text }) => (
          <Line key={label} label={label} href={href} chip={isDone ? '済み' : 'まだ'} isDone={isDone}>
            {text}
          </Line>
        ))}
        {checks.map(({ item, checked }) => (
          <Line
            key={item}
            label={yearCheckLabels[item]}
            href={props.hrefs[item]}
            chip={checked ? '確認済み' : '未確認'}
            isDone={checked !== null}
            verb={props.mayChange && <Verb item={item} isChecked={checked !== null} verbs={props.verbs} />}
          >
            {checked
              ? `${checked.by ?? 'システム'}が${wareki(dayOf(checked.at))}に確認しました`
              : questions[item]}
          </Line>
        ))}
      </ul>
    </section>
  )
}

/** What a person is asked to look through, since no data can tell it. */
const questions: Readonly<Record<YearCheck, string>> = {
  counting: '数える日と割合の分母が、この年度もこのままでよいかを確かめます',
  deadlines: '期限と基準が、この年度もこのままでよいかを確かめます',
  newProjects: '新しく始まる事務事業を、すべて加えたかを確かめます',
  rubric: '評価項目、配点、最少の採点者数が、この年度もこのままでよいかを確かめます',
  reasons: '選べる理由が、この年度もこのままでよいかを確かめます',
}

interface Part {
  readonly label: string
  readonly href: string
  readonly isDone: boolean
  readonly text: string
}

/** What the data can tell. */
function partsOf({ preparation, hasTarget, firstDay, hrefs }: YearPreparationProps): Part[] {
  const { projects, notCarriedOver, stray, campaigns, unableBodies } = preparation
  return [
    {
      ...{ label: '目標', href: hrefs.target, isDone: hasTarget },
      text: hasTarget ? '決まっています' : 'まだ決まっていません',
    },
    {
      ...{ label: '事務事業の引き継ぎ', href: hrefs.projects, isDone: projects > 0 && notCarriedOver === 0 },
      text:
        notCarriedOver > 0
          ? `前の年度の${count(notCarriedOver)}件が、まだ引き継がれていません`
          : projects > 0
            ? `${count(projects)}件あります。前の年度のものはすべて引き継がれています`
            : 'まだ1件もありません',
    },
    {
      ...{ label: '事務事業の所管', href: hrefs.places, isDone: projects > 0 && stray === 0 },
      text:
        stray > 0
          ? `${count(stray)}件の所管が、${firstDay}にはない所属です。組織改正の画面から移せます`
          : projects > 0
            ? `どの所管も、${firstDay}にある所属です`
            : '事務事業がまだありません',
    },
    {
      ...{ label: '募集', href: hrefs.campaigns, isDone: campaigns > 0 },
      text: campaigns > 0 ? `${count(campaigns)}件あります` : 'まだありません',
    },
    {
      ...{ label: `${firstDay}の会議体`, href: hrefs.gaps, isDone: unableBodies.length === 0 },
      text:
        unableBodies.length === 0
          ? 'どの会議体も開けます'
          : unableBodies.map(({ name, lacks }) => `${name}：${lacks}`).join('、'),
    },
  ]
}

interface LineProps {
  label: string
  href: string
  chip: string
  isDone: boolean
  verb?: ReactNode
  children: ReactNode
}

function Line({ label, href, chip, isDone, verb, children }: LineProps) {
  return (
    <li className="row">
      <div>
        <a href={href} className="row-title">
          {label}
        </a>
        <div className="secondary">{children}</div>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {verb}
        <Chip tone={isDone ? 'good' : 'wait'}>{chip}</Chip>
      </div>
    </li>
  )
}

interface VerbProps {
  item: YearCheck
  isChecked: boolean
  verbs: YearPreparationProps['verbs']
}

function Verb({ item, isChecked, verbs }: VerbProps) {
  return (
    <form method="post" action={isChecked ? verbs.takeBack : verbs.check} className="no-print">
      <Hidden name="item" value={item} />
      <Button kind={isChecked ? 'text' : 'secondary'} hidden={yearCheckLabels[item]}>
        {isChecked ? '確認を取り消す' : '確認した'}
      </Button>
    </form>
  )
}

function count(value: number): string {
  return value.toLocaleString('ja-JP')
}
