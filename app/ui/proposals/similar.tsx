import { ItemList } from '#app/ui/item-list'

export interface ShownMatter {
  readonly href: string
  readonly title: string
  readonly meta: string
}

export interface ShownSimilar extends ShownMatter {
  /** The nearest of those that say nearly the same. */
  readonly others: readonly ShownMatter[]
  /** 「ほかに3件…」, or empty. */
  readonly alsoWords: string
  /** What can be done where it is the same thing. */
  readonly deed?: { readonly href: string; readonly label: string } | undefined
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

interface SimilarListProps {
  similar: readonly ShownSimilar[]
  label?: string
}

export function SimilarList({ similar, label = '似ている提案・事例' }: SimilarListProps) {
  return (
    <ItemList
      label={label}
      items={similar.map(({ href, title, meta, others, alsoWords, deed }) => ({
        ...{ key: href, href, title, meta },
        children: (
          <>
            {alsoWords && <Others words={alsoWords} others={others} />}
            {deed && (
              <a href={deed.href} className="nav-link">
                {deed.label}
                <span className="sr-only">：{title}</span>
              </a>
            )}
          </>
        ),
      }))}
    />
  )
}

function Others({ words, others }: { words: string; others: ShownSimilar['others'] }) {
  return (
    <>
      <p className="secondary">{words}</p>
      <ul className="list-disc pl-6">
        {others.map(({ href, title, meta }) => (
          <li key={href}>
            <a href={href}>{title}</a>
            <span className="secondary">　{meta}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
