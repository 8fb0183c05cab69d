import type { ReactNode } from 'react'
import type { Bar, ChartSize, PlacedBar, PlacedChart } from '#app/ui/chart-geometry'
import { cx } from '#app/ui/cx'
import { DataTable } from '#app/ui/table'

export interface YearBar extends Bar {
  /** For the table: 「186のうち114」. */
  detail?: ReactNode
}

interface FigureProps {
  id: string
  /** The message as a sentence, not a title: it is what the picture says to those who do not see it. */
  caption: string
  bars: readonly YearBar[]
  /** The same bars in their places. */
  charts: Readonly<Record<ChartSize, PlacedChart>>
  targetLabel?: string | undefined
  unit: string
  digits?: number | undefined
  detailLabel?: string | undefined
}

/** A value per year as bars, drawn on the server; the same rows as a table below. */
export function Figure({ detailLabel = '内訳', ...figure }: FigureProps) {
  const { id, caption, bars, unit, digits } = figure
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id}>{caption}</figcaption>
      <Drawing {...figure} size="wide" />
      <Drawing {...figure} size="narrow" />
      <details>
        <summary>表で見る</summary>
        <DataTable
          caption={caption}
          captionHidden
          rows={bars}
          keyOf={(bar) => bar.label}
          columns={[
            { key: 'year', label: '年度', cell: (bar) => bar.label },
            { key: 'value', label: `値（${unit}）`, figures: true, cell: (bar) => valueWords(bar, digits) },
            ...(bars.some(({ detail }) => detail)
              ? [{ key: 'detail', label: detailLabel, figures: true, cell: (bar: YearBar) => bar.detail }]
              : []),
          ]}
        />
      </details>
    </figure>
  )
}

function Drawing({ id, charts, targetLabel, digits, size }: FigureProps & { size: ChartSize }) {
  const { width, height, left, right, bars, ticks, targetY } = charts[size]
  return (
    <svg role="img" aria-labelledby={id} viewBox={`0 0 ${width} ${height}`} className={`chart chart-${size}`}>
      {ticks.map((tick) => (
        <g key={tick.value}>
          <line className="chart-line" x1={left} x2={width - right} y1={tick.y} y2={tick.y} />
          <text className="chart-text" x={left - 8} y={tick.y + 5} textAnchor="end">
            {tick.value}
          </text>
        </g>
      ))}
      {bars.map((bar) => (
        <BarShape key={bar.label} bar={bar} value={valueWords(bar, digits)} labelY={height - 10} />
      ))}
      {targetLabel && targetY !== undefined && (
        <>
          <line className="chart-target" x1={left} x2={width - right} y1={targetY} y2={targetY} />
          <text className="chart-target-text" x={width - right} y={targetY - 8} textAnchor="end">
            {targetLabel}
          </text>
        </>
      )}
    </svg>
  )
}

function BarShape({ bar, value, labelY }: { bar: PlacedBar; value: string; labelY: number }) {
  const { x, y, width, height, middle, inside, current } = bar
  return (
    <g>
      <rect
        className={cx('chart-bar', current && 'chart-bar-current')}
        x={x}
        y={y}
        width={width}
        height={height}
      />
      <text
        className={cx('chart-value', current && inside && 'chart-value-current')}
        x={middle}
        y={inside ? y + 22 : y - 8}
        textAnchor="middle"
      >
        {value}
      </text>
      <text className="chart-text" x={middle} y={labelY} textAnchor="middle">
        {bar.label}
      </text>
    </g>
  )
}

function valueWords({ value }: Bar, digits = 0): string {
  return value === null ? '' : value.toFixed(digits)
}
