import type { ReactNode } from 'react'

export interface ListedItem {
  key: string | number
  href: string
  title: ReactNode
  /** One line: who, when, number. */
  meta?: ReactNode
  chip?: ReactNode
  /** What more there is to say: an excerpt, the effect. */
  children?: ReactNode
}

/** Things to open, one per row: the title is the link. */
export function ItemList({ items, label }: { items: readonly ListedItem[]; label?: string | undefined }) {
  return (
    <ul className="rows" aria-label={label}>
      {items.map(({ key, href, title, meta, chip, children }) => (
        <li key={key} className="row">
          <div>
            <a href={href} className="row-title">
              {title}
            </a>
            {meta && <div className="secondary">{meta}</div>}
            {children}
          </div>
          {chip && <div>{chip}</div>}
        </li>
      ))}
    </ul>
  )
}
