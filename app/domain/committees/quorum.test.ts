import { expect, it } from 'vitest'
import { usualQuorum } from '../organisation/quorum-rule'
import { carriedBy, hasQuorum } from './quorum'

it.each([
  [14, 7, true],
  [14, 6, false],
  [13, 7, true],
  [13, 6, false],
  [1, 1, true],
  [0, 0, false],
])('of %i members %i are a quorum: %s', (seated, present, enough) => {
  expect(hasQuorum({ present, seated }, usualQuorum)).toBe(enough)
})

it.each([
  ['more than half for it', 4, 3, 0, null, true],
  ['more for than against, but not more than half', 3, 2, 2, null, false],
  ['more against it', 2, 5, 0, null, false],
  ['a tie that the chair settles for it', 3, 3, 1, 'for', true],
  ['a tie that the chair settles against it', 3, 3, 0, 'against', false],
  ['a majority against which the chair cannot speak', 4, 3, 0, 'against', true],
] as const)('%s', (_, votesFor, votesAgainst, abstentions, castingVote, carried) => {
  expect(carriedBy({ votesFor, votesAgainst, abstentions, castingVote }).carried).toBe(carried)
})

it('a tie without the word of the chair asks for it', () => {
  expect(carriedBy({ votesFor: 3, votesAgainst: 3, abstentions: 0, castingVote: null })).toMatchObject({
    carried: false,
    needsCastingVote: true,
  })
})
