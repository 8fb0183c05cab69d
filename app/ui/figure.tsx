import type { ReactNode } from 'react'
import { type Bar, CHART, placeBars, type PlacedBar } from '#app/ui/chart-geometry'
import { DataTable } from '#app/ui/table'

export interface YearBar extends Bar {
  /** The row of the table: 「186のうち114」. */
  detail?: ReactNode
}

interface FigureProps {
  id: string
  /** The message as a sentence, not a title: it is what the picture says to those who do not see it. */
  caption: string
  bars: readonly YearBar[]
  target?: { value: number; label: string } | undefined
  unit: string
  /** The top of the axis; 100 for ratios. */
  top?: number | undefined
  digits?: number | undefined
  detailLabel?: string | undefined
}

/** A value per year as bars, drawn on the server; the same rows as a table below. */
export function Figure({ id, caption, bars, target, unit, top, digits = 0, detailLabel = '内訳' }: FigureProps) {
  const { bars: placed, ticks, targetY } = placeBars(bars, target?.value, top)
  const right = CHART.width - CHART.right
  const worded = (value: number | null) => (value === null ? '' : value.toFixed(digits))
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id}>{caption}</figcaption>
      <svg role="img" aria-labelledby={id} viewBox={`0 0 ${CHART.width} ${CHART.height}`} className="mt-2 w-full">
        {ticks.map((tick) => (
          <g key={tick.value}>
            <line className="chart-line" x1={CHART.left} x2={right} y1={tick.y} y2={tick.y} />
            <text className="chart-text" x={CHART.left - 8} y={tick.y + 5} textAnchor="end">
              {tick.value}
            </text>
          </g>
        ))}
        {placed.map((bar) => (
          <BarShape key={bar.label} bar={bar} value={worded(bar.value)} />
        ))}
        {target && targetY !== undefined && (
          <>
            <line className="chart-target" x1={CHART.left} x2={right} y1={targetY} y2={targetY} />
            <text className="chart-target-text" x={right} y={targetY - 8} textAnchor="end">
              {target.label}
            </text>
          </>
        )}
      </svg>
      <details>
        <summary>表で見る</summary>
        <DataTable
          caption={caption}
          captionHidden
          rows={bars}
          keyOf={(bar) => bar.label}
          columns={[
            { key: 'year', label: '年度', cell: (bar) => bar.label },
            { key: 'value', label: `値（${unit}）`, figures: true, cell: (bar) => worded(bar.value) },
            ...(bars.some(({ detail }) => detail)
              ? [{ key: 'detail', label: detailLabel, figures: true, cell: (bar: YearBar) => bar.detail }]
              : []),
          ]}
        />
      </details>
    </figure>
  )
}

function BarShape({ bar, value }: { bar: PlacedBar; value: string }) {
  return (
    <g>
      <rect
        className={bar.current ? 'chart-bar chart-bar-current' : 'chart-bar'}
        x={bar.x}
        y={bar.y}
        width={bar.width}
        height={bar.height}
      />
      <text
        className={bar.current && bar.inside ? 'chart-value chart-value-current' : 'chart-value'}
        x={bar.middle}
        y={bar.inside ? bar.y + 22 : bar.y - 8}
        textAnchor="middle"
      >
        {value}
      </text>
      <text className="chart-text" x={bar.middle} y={CHART.height - 10} textAnchor="middle">
        {bar.label}
      </text>
    </g>
  )
}
