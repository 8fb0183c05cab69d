import { expect, it, test } from 'vitest'
import { nextLookMs, sessionWarning } from './session-words'

const minutes = (count: number) => count * 60_000
const now = new Date(2026, 10, 24, 10, 38)

test.each([
  [60, 55],
  [6, 1],
  [5, 5],
  [1, 1],
])('a session of %i more minutes is looked at again in %i', (left, look) => {
  expect(nextLookMs(minutes(left))).toBe(minutes(look))
})

it('says nothing while there is time', () => {
  expect(sessionWarning(minutes(5) + 1, now)).toBeUndefined()
})

it('offers to go on five minutes before the end, and says until when', () => {
  const warning = sessionWarning(minutes(5), now)
  expect(warning?.canContinue).toBe(true)
  expect(warning?.text).toContain('10:43にサインアウトします')
})

it('does not offer again what did not help: after twelve hours a session cannot be prolonged', () => {
  const warning = sessionWarning(minutes(4), now, true)
  expect(warning?.canContinue).toBe(false)
  expect(warning?.text).toContain('10:42')
})

test.each([null, 0])('tells that the text is still there once the session is over (%s)', (left) => {
  expect(sessionWarning(left, now)).toMatchObject({ title: 'サインアウトしました', canContinue: false })
})
