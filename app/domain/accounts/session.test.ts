import { describe, expect, it } from 'vitest'
import { endOf } from './session'

const unchanged = { powersBeganOn: '2024-04-01', powersEndedOn: null }

describe('a session is over', () => {
  it('an hour after it was last prolonged', () => {
    const times = { createdAt: '2026-06-01T00:00:00.000Z', expiresAt: '2026-06-01T01:00:00.000Z' }
    expect(endOf({ ...times, ...unchanged })).toBe('2026-06-01T01:00:00.000Z')
  })

  it('twelve hours after it began, however busy it was', () => {
    const times = { createdAt: '2026-06-01T00:00:00.000Z', expiresAt: '2026-06-01T12:40:00.000Z' }
    expect(endOf({ ...times, ...unchanged })).toBe('2026-06-01T12:00:00.000Z')
  })

  const late = { createdAt: '2027-03-31T14:30:00.000Z', expiresAt: '2027-03-31T15:30:00.000Z' }
  it.each([
    ['an appointment that begins on 1 April', { powersBeganOn: '2027-04-01', powersEndedOn: null }],
    [
      'an appointment whose last day was 31 March',
      { powersBeganOn: '2024-04-01', powersEndedOn: '2027-03-31' },
    ],
  ])('at midnight in Tokyo, by %s', (_case, powers) => {
    expect(endOf({ ...late, ...powers })).toBe('2027-03-31T15:00:00.000Z')
  })

  it('but not by a change of powers from before it began', () => {
    const next = { createdAt: '2027-03-31T15:00:00.000Z', expiresAt: '2027-03-31T16:00:00.000Z' }
    expect(endOf({ ...next, powersBeganOn: '2027-04-01', powersEndedOn: '2027-03-31' })).toBe(next.expiresAt)
  })
})
