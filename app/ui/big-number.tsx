import type { ReactNode } from 'react'

interface BigNumberProps {
  /** 「62.5」; empty where nothing could be counted yet. */
  value: string
  unit: string
  /** Numerator and denominator, target, last year: a percentage never stands alone. */
  rows?: readonly { label: string; value: ReactNode }[] | undefined
  children?: ReactNode
}

export function BigNumber({ value, unit, rows, children }: BigNumberProps) {
  return (
    <div className="flow">
      <p className="figures">
        <span className="text-std-45B-140">{value || '—'}</span>
        {value && <span className="text-std-20B-150">{unit}</span>}
      </p>
      {rows && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4">
          {rows.map((row) => (
            <div key={row.label} className="contents">
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </div>
  )
}
