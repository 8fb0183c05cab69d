import type { ReactNode } from 'react'
import { SummaryList } from '#app/ui/summary-list'

interface YearPreparationProps {
  preparation: {
    readonly projects: number
    readonly notCarriedOver: number
    readonly campaigns: number
    readonly unableBodies: readonly { readonly name: string; readonly lacks: string }[]
  }
  hasTarget: boolean
  /** 「令和9年4月1日」 */
  firstDay: string
  hrefs: { readonly target: string; readonly projects: string; readonly gaps: string }
}

/** What a year has and what it still lacks, in no order: any of it can be done first. */
export function YearPreparation({ preparation, hasTarget, firstDay, hrefs }: YearPreparationProps) {
  const { projects, notCarriedOver, campaigns, unableBodies } = preparation
  return (
    <section className="flow" aria-labelledby="preparation">
      <h2 id="preparation">年度の準備</h2>
      <SummaryList
        rows={[
          {
            label: '目標',
            value: hasTarget ? '決まっています' : <Todo href={hrefs.target}>まだ決まっていません</Todo>,
          },
          {
            label: '事務事業',
            value:
              projects === 0 || notCarriedOver > 0 ? (
                <Todo href={hrefs.projects}>
                  {projects === 0 ? 'まだ1件もありません' : `${count(projects)}件あります`}。前の年度の
                  {count(notCarriedOver)}件が引き継がれていません（終わったものを含みます）
                </Todo>
              ) : (
                `${count(projects)}件あります。前の年度のものはすべて引き継がれています`
              ),
          },
          { label: '募集', value: campaigns === 0 ? 'まだありません' : `${count(campaigns)}件あります` },
          {
            label: `${firstDay}の会議体`,
            value:
              unableBodies.length === 0 ? (
                'どの会議体も開けます'
              ) : (
                <Todo href={hrefs.gaps}>
                  {unableBodies.map(({ name, lacks }) => `${name}：${lacks}`).join('、')}
                </Todo>
              ),
          },
        ]}
      />
    </section>
  )
}

function Todo({ href, children }: { href: string; children: ReactNode }) {
  return <a href={href}>{children}</a>
}

function count(value: number): string {
  return value.toLocaleString('ja-JP')
}
