import { shelfOrders } from '#app/domain/improvements/library'
import { shelfOrderLabels } from '#app/ui/improvements/library-words'
import { paths } from '#app/web/paths'
import { type LibraryFilter, queryOf } from './filter'

/** Each order a link but the one that is shown. */
export function Orders({ filter, onlyNewest }: { filter: LibraryFilter; onlyNewest: boolean }) {
  return (
    <>
      <nav aria-label="並べ方" className="flex flex-wrap items-center gap-x-4">
        {shelfOrders.map((sort) =>
          sort === filter.sort ? (
            <span key={sort} aria-current="true">
              {shelfOrderLabels[sort]}
            </span>
          ) : (
            <a
              key={sort}
              href={paths.improvements(queryOf({ ...filter, sort }))}
              className="nav-link no-print"
            >
              {shelfOrderLabels[sort]}
            </a>
          ),
        )}
      </nav>
      {onlyNewest && <p className="secondary">見つかったもののうち、新しい1,000件を並べています。</p>}
    </>
  )
}
