import type { ReactNode } from 'react'
import { cx } from '#app/ui/cx'

export interface Crumb {
  href?: string | undefined
  label: string
}

interface PageProps {
  title: string
  /** The h1 where it says more than the title. */
  heading?: ReactNode
  crumbs?: readonly Crumb[] | undefined
  badge?: ReactNode
  /** One line below the heading: who, when, number. */
  meta?: ReactNode
  actions?: ReactNode
  wide?: boolean | undefined
  children: ReactNode
}

/** The content of one page: where we are, what it is, and then the page itself. */
export function Page({ title, heading, crumbs, badge, meta, actions, wide, children }: PageProps) {
  return (
    <div className={cx('page-width flow py-6', wide && 'page-width-wide')}>
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="page-head">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1>{heading ?? title}</h1>
          {badge}
        </div>
        {meta && <div className="flex flex-wrap items-center gap-x-4">{meta}</div>}
        {actions && <div className="mt-4 flex flex-wrap items-center gap-3 no-print">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="現在位置" className="no-print">
      <ol className="flex flex-wrap items-center">
        {crumbs.map(({ href, label }, index) => (
          <li key={label} className="flex items-center">
            {index > 0 && (
              <span aria-hidden="true" className="px-1">
                ＞
              </span>
            )}
            {href ? (
              <a href={href} className="nav-link">
                {label}
              </a>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
