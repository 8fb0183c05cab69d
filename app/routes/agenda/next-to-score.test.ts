import { expect, it } from 'vitest'
import { nextToScore } from './next-to-score'

const open = { ownPoints: null, ownGrounds: [], scoresOpenedAt: null, outcome: null, isGone: false }

it('goes on down the agenda, then from its beginning, past what is scored or not to be scored', () => {
  const lines = [
    { ...open, id: 1 },
    { ...open, id: 2 },
    { ...open, id: 3, ownPoints: 600 },
    { ...open, id: 4, ownGrounds: ['leadBureau' as const] },
    { ...open, id: 5, isGone: true },
    { ...open, id: 6, outcome: 'postponed' as const },
    { ...open, id: 7 },
  ]
  expect(nextToScore(lines, 2)).toBe(7)
  expect(nextToScore(lines, 7)).toBe(1)
})

it('ends when everything has a score', () => {
  expect(nextToScore([{ ...open, id: 1 }], 1)).toBeNull()
})
