import { scaleBand, scaleLinear } from 'd3-scale'

export interface Bar {
  label: string
  /** `null` where nothing was counted: no bar, which is not a bar of zero. */
  value: number | null
  /** The year that still runs. */
  current?: boolean | undefined
}

export interface PlacedBar extends Bar {
  x: number
  y: number
  width: number
  height: number
  middle: number
  /** The value stands inside the bar where it fits, otherwise above it. */
  inside: boolean
}

export const CHART = { width: 720, height: 300, left: 56, right: 8, top: 28, bottom: 36 } as const

const LABEL_HEIGHT = 28

/** Where everything stands. Ratios give `top: 100`, so that two years' charts can be laid side by side. */
export function placeBars(bars: readonly Bar[], target: number | undefined, top: number | undefined) {
  const highest = top ?? Math.max(1, target ?? 0, ...bars.map(({ value }) => value ?? 0))
  const y = scaleLinear([0, highest], [CHART.height - CHART.bottom, CHART.top])
  if (top === undefined) y.nice(5)
  const x = scaleBand(
    bars.map(({ label }) => label),
    [CHART.left, CHART.width - CHART.right],
  )
    .paddingInner(0.45)
    .paddingOuter(0.3)

  const placed = bars.map((bar): PlacedBar => {
    const left = x(bar.label) ?? CHART.left
    const height = y(0) - y(bar.value ?? 0)
    return {
      ...bar,
      x: left,
      y: y(bar.value ?? 0),
      width: x.bandwidth(),
      height,
      middle: left + x.bandwidth() / 2,
      inside: height >= LABEL_HEIGHT,
    }
  })
  return {
    bars: placed,
    ticks: y.ticks(5).map((value) => ({ value, y: y(value) })),
    targetY: target === undefined ? undefined : y(target),
  }
}
