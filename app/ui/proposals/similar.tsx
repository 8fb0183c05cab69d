import { ItemList } from '#app/ui/item-list'

export interface ShownSimilar {
  readonly href: string
  readonly title: string
  readonly meta: string
  /** 「ほかに3件…」, or empty. */
  readonly others: string
}

/** What looks alike: shown, never in the way. */
export function SimilarSection({ similar }: { similar: readonly ShownSimilar[] }) {
  if (similar.length === 0) return null
  return (
    <section className="card flow" aria-labelledby="similar">
      <h2 id="similar">似ている提案・事例（{similar.length}件）</h2>
      <p>違う内容なら、そのまま続けてください。</p>
      <SimilarList similar={similar} />
    </section>
  )
}

export function SimilarList({ similar }: { similar: readonly ShownSimilar[] }) {
  return (
    <ItemList
      label="似ている提案・事例"
      items={similar.map(({ href, title, meta, others }) => ({
        ...{ key: href, href, title, meta },
        children: others && <p className="secondary">{others}</p>,
      }))}
    />
  )
}
