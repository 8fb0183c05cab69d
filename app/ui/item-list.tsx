import type { ReactNode } from 'react'
import { cx } from '#app/ui/cx'

export interface ListedItem {
  key: string | number
  href: string
  title: ReactNode
  /** One line: who, when, number. */
  meta?: ReactNode
  chip?: ReactNode
  /** Small, before everything else, or a box to tick; without one the words have the whole width. */
  picture?: ReactNode
  /** What more there is to say: an excerpt, the effect. */
  children?: ReactNode
}

/** Things to open, one per row: the title is the link. */
export function ItemList({ items, label }: { items: readonly ListedItem[]; label?: string | undefined }) {
  return (
    <ul className="rows" aria-label={label}>
      {items.map(({ key, href, title, meta, chip, picture, children }) => (
        <li key={key} className={cx('row', Boolean(picture) && 'row-pictured')}>
          {picture}
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
