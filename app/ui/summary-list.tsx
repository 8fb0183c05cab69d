import type { ReactNode } from 'react'

export interface SummaryRow {
  /** The words before the value. */
  label: string
  value: ReactNode
  /** Where the answer can be changed. */
  changeHref?: string | undefined
}

interface SummaryListProps {
  rows: readonly SummaryRow[]
  /** What stands for an empty value: 「未入力」 where it could still be filled in, nothing elsewhere. */
  empty?: string | undefined
}

/** Label and value in pairs: a thing in detail, or answers to check before sending. */
export function SummaryList({ rows, empty = '未入力' }: SummaryListProps) {
  return (
    <dl className="summary-list">
      {rows.map(({ label, value, changeHref }) => (
        <div key={label} className="summary-row">
          <dt>{label}</dt>
          <dd>{isEmpty(value) ? <span className="secondary">{empty}</span> : value}</dd>
          {changeHref && (
            <dd className="no-print">
              <a href={changeHref} className="nav-link">
                変更<span className="sr-only">する：{label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

function isEmpty(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || value === false
}
