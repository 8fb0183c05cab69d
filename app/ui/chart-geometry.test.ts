import { expect, test } from 'vitest'
import { CHARTS, placeBars } from '#app/ui/chart-geometry'

const years = [
  { label: '令和6', value: 51.7 },
  { label: '令和7', value: null },
  { label: '令和8', value: 61.2, current: true },
]
const chart = CHARTS.wide

test('a ratio stands on an axis from 0 to 100, whatever the values', () => {
  const { ticks, bars } = placeBars(years, { target: 70, top: 100 }, 'wide')
  expect(ticks.map(({ value }) => value)).toEqual([0, 20, 40, 60, 80, 100])
  expect(bars[0]?.height).toBeCloseTo(0.517 * (chart.height - chart.bottom - chart.top), 1)
})

test('a count has an axis that ends at or above the highest value and the target', () => {
  const { ticks, targetY } = placeBars([{ label: '令和8', value: 212 }], { target: 300 }, 'wide')
  expect(ticks.at(-1)?.value).toBeGreaterThanOrEqual(300)
  expect(targetY).toBeGreaterThanOrEqual(chart.top)
})

test('a year that was not counted has no height', () => {
  expect(placeBars(years, { target: 70, top: 100 }, 'wide').bars[1]?.height).toBe(0)
})

test.each(['wide', 'narrow'] as const)('bars keep to the %s drawing and do not overlap', (size) => {
  const { bars } = placeBars(years, { top: 100 }, size)
  bars.reduce((right, bar) => {
    expect(bar.x).toBeGreaterThanOrEqual(right)
    return bar.x + bar.width
  }, CHARTS[size].left as number)
  expect((bars.at(-1)?.x ?? 0) + (bars.at(-1)?.width ?? 0)).toBeLessThanOrEqual(
    CHARTS[size].width - CHARTS[size].right,
  )
})

test('the value of a low bar stands above it', () => {
  const { bars } = placeBars([{ label: '令和8', value: 3 }], { top: 100 }, 'wide')
  expect(bars[0]?.inside).toBe(false)
})

test('a year without anything draws an axis all the same', () => {
  expect(placeBars([{ label: '令和8', value: 0 }], {}, 'wide').ticks.length).toBeGreaterThan(1)
})
