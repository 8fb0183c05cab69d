import type { ReactNode } from 'react'
import { cx } from '#app/ui/cx'

export interface Column<Row> {
  key: string
  label: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers: to the right, digits of one width. */
  figures?: boolean | undefined
  /** The column that names the row; the first one unless another says so. */
  names?: boolean | undefined
  /** Sorting is a link: the address is the state. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined } | undefined
  className?: string | undefined
}

interface DataTableProps<Row> {
  caption: string
  /** For a table right below its own heading. */
  captionHidden?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  /** The row that is being worked on. */
  isCurrent?: ((row: Row) => boolean) | undefined
  foot?: ReactNode
}

/** Figures to compare. On a narrow screen it scrolls by itself; lists of things are an `ItemList` there. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  keyOf,
  isCurrent,
  foot,
}: DataTableProps<Row>) {
  const naming = columns.find(({ names }) => names) ?? columns[0]
  const cells = columns.map((column) => ({
    ...column,
    classes: classesOf(column),
    isName: column === naming,
  }))
  return (
    <div className="table-region" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classesOf(column)} aria-sort={column.sort?.now}>
                {column.sort ? <SortLink label={column.label} {...column.sort} /> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} aria-current={isCurrent?.(row) || undefined}>
              {cells.map((column) => cellOf(column, row))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

/** No component of its own: of the cells of a long table that would be a third of the cost. */
function cellOf<Row>(
  { key, cell, classes, isName }: Column<Row> & { classes: string | undefined; isName: boolean },
  row: Row,
) {
  return isName ? (
    <th key={key} scope="row" className={classes}>
      {cell(row)}
    </th>
  ) : (
    <td key={key} className={classes}>
      {cell(row)}
    </td>
  )
}

function classesOf<Row>({ figures, className }: Column<Row>): string | undefined {
  return cx(figures && 'figures', className) || undefined
}

function SortLink({
  label,
  href,
  now,
}: {
  label: ReactNode
  href: string
  now?: 'ascending' | 'descending' | undefined
}) {
  return (
    <a href={href}>
      {label}
      {now && <span aria-hidden="true">{now === 'ascending' ? '▲' : '▼'}</span>}
    </a>
  )
}
