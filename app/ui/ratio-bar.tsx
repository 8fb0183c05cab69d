/** A ratio as a bar in a row of a table. The number stands in its own column, so this is for the eye only. */
export function RatioBar({ percent, target }: { percent: number; target?: number | undefined }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 280 24" className="block h-6 w-70">
      <rect className="chart-bar" x={0.5} y={6} width={scaled(percent)} height={12} />
      {target !== undefined && (
        <line className="chart-target-mark" x1={scaled(target)} x2={scaled(target)} y1={1} y2={23} />
      )}
    </svg>
  )
}

/** To a tenth of a pixel: longer fractions are bytes that nobody sees. */
function scaled(percent: number): number {
  return Math.round(Math.min(100, Math.max(0, percent)) * 27.9) / 10
}
