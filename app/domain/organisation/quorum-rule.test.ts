import { expect, it } from 'vitest'
import { quorumInWords, quorumOf, shares, usualQuorum } from './quorum-rule'

it.each([
  [14, [7, 8, 10]],
  [13, [7, 7, 9]],
  [3, [2, 2, 2]],
  [1, [1, 1, 1]],
])('of %i: half, more than half, two thirds are %j', (seated, wanted) => {
  expect(shares.map((share) => quorumOf(seated, { seats: null, share }))).toEqual(wanted)
})

it('is taken of the seats that the rules of the city name, empty ones too', () => {
  const rule = { seats: 15, share: 'majority' } as const
  expect(quorumOf(6, rule)).toBe(8)
  expect(quorumInWords(6, rule)).toBe('定数15人のうち8人以上')
  expect(quorumInWords(6, usualQuorum)).toBe('委員6人のうち3人以上')
})
