import { expect, it } from 'vitest'
import { nearnessTo } from './nearness'

const near = nearnessTo([{ id: 12, bureauId: 1 }], ['time', 'mistakes'])

it.each([
  ['the same department and the same effects', 12, 1, ['time', 'mistakes'], 0.25],
  ['the same bureau and half of the effects', 13, 1, ['time'], 0.15],
  ['the same department to another end', 12, 1, ['cost'], 0.15],
  ['the same effects elsewhere', 40, 4, ['mistakes', 'time'], 0.1],
  ['nothing in common', 40, 4, [], 0],
] as const)('weighs %s', (_, departmentId, bureauId, effectTags, weight) => {
  expect(near({ departmentId, bureauId, effectTags: JSON.stringify(effectTags) })).toBeCloseTo(weight)
})

it('weighs the place alone where no effect is named, and nothing of what has no place', () => {
  const unsaid = nearnessTo([{ id: 12, bureauId: 1 }], [])
  expect(unsaid({ departmentId: 12, bureauId: 1, effectTags: '[]' })).toBeCloseTo(0.15)
  expect(unsaid({ departmentId: null, bureauId: null, effectTags: '[]' })).toBe(0)
})
