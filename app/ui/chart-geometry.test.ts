import { expect, test } from 'vitest'
import { CHART, placeBars } from '#app/ui/chart-geometry'

const years = [
  { label: '令和6', value: 51.7 },
  { label: '令和7', value: null },
  { label: '令和8', value: 61.2, current: true },
]
const floor = CHART.height - CHART.bottom

test('a ratio stands on an axis from 0 to 100, whatever the values', () => {
  const { ticks, bars } = placeBars(years, 70, 100)
  expect(ticks.map(({ value }) => value)).toEqual([0, 20, 40, 60, 80, 100])
  expect(bars[0]?.height).toBeCloseTo(0.517 * (floor - CHART.top))
})

test('a count has an axis that ends at or above the highest value and the target', () => {
  const { ticks, targetY } = placeBars([{ label: '令和8', value: 212 }], 300, undefined)
  expect(ticks.at(-1)?.value).toBeGreaterThanOrEqual(300)
  expect(targetY).toBeGreaterThanOrEqual(CHART.top)
})

test('a year that was not counted has no height', () => {
  expect(placeBars(years, 70, 100).bars[1]?.height).toBe(0)
})

test('bars keep to the drawing and do not overlap', () => {
  const { bars } = placeBars(years, undefined, 100)
  bars.reduce((right, bar) => {
    expect(bar.x).toBeGreaterThanOrEqual(right)
    return bar.x + bar.width
  }, CHART.left as number)
  expect((bars.at(-1)?.x ?? 0) + (bars.at(-1)?.width ?? 0)).toBeLessThanOrEqual(CHART.width - CHART.right)
})

test('the value of a low bar stands above it', () => {
  const { bars } = placeBars([{ label: '令和8', value: 3 }], undefined, 100)
  expect(bars[0]?.inside).toBe(false)
})

test('a year without anything draws an axis all the same', () => {
  expect(placeBars([{ label: '令和8', value: 0 }], undefined, undefined).ticks.length).toBeGreaterThan(1)
})
