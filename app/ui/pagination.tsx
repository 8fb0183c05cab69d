import { type Counted, countWords } from '#app/ui/count-words'

interface PaginationProps {
  previousHref?: string | null | undefined
  nextHref?: string | null | undefined
  /** What is paged, to tell two of them on one page apart. */
  label?: string | undefined
}

/** Pages by position, not by number: no jump gets lost when rows come in meanwhile. */
export function Pagination({ previousHref, nextHref, label = 'ページ' }: PaginationProps) {
  if (!previousHref && !nextHref) return null
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-6 no-print">
      {previousHref && (
        <a href={previousHref} rel="prev" className="nav-link">
          前のページ
        </a>
      )}
      {nextHref && (
        <a href={nextHref} rel="next" className="nav-link">
          次のページ
        </a>
      )}
    </nav>
  )
}

export function Count(count: Counted) {
  return <p className="figures">{countWords(count)}</p>
}
