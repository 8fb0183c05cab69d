import type { ReactNode } from 'react'

interface PartSectionProps<T> {
  /** Null where it could not be read. */
  part: { readonly shown: T } | null
  /** The heading that stands there all the same. */
  title: string
  children: (shown: T) => ReactNode
}

/** A section that may fail alone: the page and its other sections stay, and trying again costs one press. */
export function PartSection<T>({ part, title, children }: PartSectionProps<T>) {
  if (part) return children(part.shown)
  return (
    <section className="flow">
      <h2>{title}</h2>
      <p>
        読み込めませんでした。
        {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- an empty address is this page, read anew */}
        <a href="" className="nav-link">
          もう一度読み込む
        </a>
      </p>
    </section>
  )
}
