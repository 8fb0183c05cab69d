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

/** A narrow screen gets its own drawing: scaled down, the text of the wide one would be 6 px high. */
export const CHARTS = {
  wide: { width: 720, height: 300, left: 56, right: 8, top: 28, bottom: 36, gap: 0.45 },
  narrow: { width: 320, height: 280, left: 40, right: 4, top: 28, bottom: 36, gap: 0.25 },
} as const

export type ChartSize = keyof typeof CHARTS

interface Scale {
  target?: number | undefined
  /** 100 for ratios, so that two years' charts can be laid side by side; otherwise what the values need. */
  top?: number | undefined
}

const LABEL_HEIGHT = 28

/** Where everything stands. */
export function placeBars(bars: readonly Bar[], { target, top }: Scale, size: ChartSize) {
  const chart = CHARTS[size]
  const highest = top ?? Math.max(1, target ?? 0, ...bars.map(({ value }) => value ?? 0))
  const y = scaleLinear([0, highest], [chart.height - chart.bottom, chart.top])
  if (top === undefined) y.nice(5)
  const x = scaleBand(
    bars.map(({ label }) => label),
    [chart.left, chart.width - chart.right],
  )
    .paddingInner(chart.gap)
    .paddingOuter(0.3)

  const placed = bars.map((bar): PlacedBar => {
    const left = x(bar.label) ?? chart.left
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
