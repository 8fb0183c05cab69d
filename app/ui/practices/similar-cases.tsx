import { SimilarList, type ShownSimilar } from '#app/ui/proposals/similar'

export interface ShownCase extends ShownSimilar {
  readonly isOwnDepartments: boolean
}

interface SimilarCasesProps {
  cases: readonly ShownCase[]
}

/** What is on the shelf already of a report that is about to be sent: shown, never in the way. */
export function SimilarCases({ cases }: SimilarCasesProps) {
  if (cases.length === 0) return null
  const mayBeCopied = cases.some(({ deed }) => deed !== undefined)
  const hasOwn = cases.some(({ isOwnDepartments }) => isOwnDepartments)
  return (
    <section className="card flow" aria-labelledby="similar">
      <h2 id="similar">似た事例（{cases.length}件）</h2>
      <p>
        違う取り組みなら、そのまま報告してください。
        {mayBeCopied && 'ほかの課の事例をまねたときは「この事例をまねた」を選ぶと、もとの課に伝わります。'}
        {hasOwn && '自分の課の事例と同じ取り組みなら、重ねて報告しなくてかまいません。'}
        事例を開いても、この報告は下書きに残っています。
      </p>
      <SimilarList label="似た事例" similar={cases} />
    </section>
  )
}

interface OriginProps {
  title: string
  href: string
  cancelHref: string
}

/** The improvement that a report copies, until it is sent. */
export function Origin({ title, href, cancelHref }: OriginProps) {
  return (
    <p>
      もとの改善：<a href={href}>{title}</a>
      （確認のあと、もとの課に「取り入れました」と伝わります。まねたものでないときは、
      <a href={cancelHref}>「うちの課でもやる」を取り消してください</a>）
    </p>
  )
}
