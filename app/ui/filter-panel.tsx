import type { ReactNode } from 'react'
import { cx } from '#app/ui/cx'
import { Button } from '#app/ui/form/actions'

export interface AppliedFilter {
  label: string
  /** The same list without this filter, from its first page. */
  removeHref: string
}

interface FilterPanelProps {
  action?: string | undefined
  applied: readonly AppliedFilter[]
  clearHref: string
  /** The fields of the filters. */
  filters: ReactNode
  /** Beside the list on a wide screen; otherwise always a disclosure above it. */
  side?: boolean | undefined
  /** What was found: count, list, pages. */
  children: ReactNode
}

/** Filters are a GET form, so the address can be sent and kept. What is applied stands above the list as well: people miss sidebars. */
export function FilterPanel({
  action,
  applied,
  clearHref,
  filters,
  side = true,
  children,
}: FilterPanelProps) {
  const summary = applied.length > 0 ? `絞り込む（${applied.length}）` : '絞り込む'
  return (
    <div className={cx(side ? 'grid grid-cols-1 gap-6 lg:grid-cols-[16rem_1fr]' : 'flow')}>
      <details className={cx('no-print', side && 'filters-side')}>
        <summary>{summary}</summary>
        <form method="get" action={action} className="card form-flow" role="search" aria-label="絞り込み">
          {filters}
          <Button kind="secondary">絞り込む</Button>
        </form>
      </details>
      <div className="flow">
        {applied.length > 0 && <Applied applied={applied} clearHref={clearHref} />}
        {children}
      </div>
    </div>
  )
}

function Applied({ applied, clearHref }: Pick<FilterPanelProps, 'applied' | 'clearHref'>) {
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <ul className="flex flex-wrap items-center gap-x-4" aria-label="絞り込みの条件">
        {applied.map(({ label, removeHref }) => (
          <li key={label}>
            <a href={removeHref} className="nav-link">
              {label}
              <span aria-hidden="true" className="ml-1">
                ✕
              </span>
              <span className="sr-only">を外す</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={clearHref} className="nav-link no-print">
        条件をすべて外す
      </a>
    </div>
  )
}
