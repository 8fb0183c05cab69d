import { describe, expect, it } from 'vitest'
import { percentText, permilleOf, pointsText, projectsMissing } from './ratio'

describe('the share of improved projects', () => {
  it.each([
    { numerator: 0, denominator: 24, text: '0.0' },
    { numerator: 15, denominator: 24, text: '62.5' },
    { numerator: 24, denominator: 24, text: '100.0' },
    // 0.05 % is exactly half of a tenth: up.
    { numerator: 1, denominator: 2000, text: '0.1' },
    { numerator: 1, denominator: 2001, text: '0.0' },
    // 0.45 %, which floating point holds as a little less than half.
    { numerator: 9, denominator: 2000, text: '0.5' },
    { numerator: 2, denominator: 3, text: '66.7' },
    { numerator: 1, denominator: 3, text: '33.3' },
    { numerator: 114, denominator: 186, text: '61.3' },
    // Not quite all is never shown as all where a tenth can tell them apart.
    { numerator: 1999, denominator: 2001, text: '99.9' },
  ])('of $numerator in $denominator is $text %', ({ numerator, denominator, text }) => {
    expect(percentText(permilleOf(numerator, denominator) ?? Number.NaN)).toBe(text)
  })

  it('does not exist where there is no project', () => {
    expect(permilleOf(0, 0)).toBeNull()
  })
})

it.each([
  { permille: 58, text: '＋5.8' },
  { permille: -12, text: '－1.2' },
  { permille: 0, text: '±0.0' },
  { permille: 1005, text: '＋100.5' },
])('writes a difference of $permille as $text points', ({ permille, text }) => {
  expect(pointsText(permille)).toBe(text)
})

describe('what is missing to the target', () => {
  it.each([
    { numerator: 15, denominator: 24, target: 700, missing: 2 },
    { numerator: 17, denominator: 24, target: 700, missing: 0 },
    { numerator: 20, denominator: 24, target: 700, missing: 0 },
    { numerator: 7, denominator: 10, target: 700, missing: 0 },
    { numerator: 6, denominator: 10, target: 700, missing: 1 },
    { numerator: 0, denominator: 0, target: 700, missing: 0 },
    { numerator: 0, denominator: 3, target: 1000, missing: 3 },
  ])('is $missing projects at $numerator of $denominator', ({ numerator, denominator, target, missing }) => {
    expect(projectsMissing(numerator, denominator, target)).toBe(missing)
  })
})
