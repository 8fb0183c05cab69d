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

/** All that a browser needs to draw it: it is sent the places, not the code that reckons them. */
export interface PlacedChart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly bars: readonly PlacedBar[]
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  readonly targetY: number | undefined
}

interface Scale {
  target?: number | undefined
  /** 100 for ratios, so that two years' charts can be laid side by side; otherwise what the values need. */
  top?: number | undefined
}

const LABEL_HEIGHT = 28

/** Where everything stands, for both widths. */
export function placeCharts(bars: readonly Bar[], scale: Scale): Record<ChartSize, PlacedChart> {
  return { wide: placeBars(bars, scale, 'wide'), narrow: placeBars(bars, scale, 'narrow') }
}

/** Where everything stands, to a tenth of a pixel. */
export function placeBars(bars: readonly Bar[], { target, top }: Scale, size: ChartSize): PlacedChart {
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

  const { width, height, left, right } = chart
  return {
    ...{ width, height, left, right },
    bars: bars.map((bar): PlacedBar => {
      const barLeft = x(bar.label) ?? left
      const barHeight = y(0) - y(bar.value ?? 0)
      return {
        ...bar,
        x: tenths(barLeft),
        y: tenths(y(bar.value ?? 0)),
        width: tenths(x.bandwidth()),
        height: tenths(barHeight),
        middle: tenths(barLeft + x.bandwidth() / 2),
        inside: barHeight >= LABEL_HEIGHT,
      }
    }),
    ticks: y.ticks(5).map((value) => ({ value, y: tenths(y(value)) })),
    targetY: target === undefined ? undefined : tenths(y(target)),
  }
}

function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
