import { expect, it } from 'vitest'
import { flashOf, lastSignInInWords } from './flash'

it('says nothing for a code that nobody wrote', () => {
  expect(flashOf('signedOut')).toBe('サインアウトしました。')
  expect(flashOf('constructor')).toBeNull()
  expect(flashOf('<b>')).toBeNull()
  expect(flashOf(null)).toBeNull()
})

it('tells the last time of signing in, and failures only where there were any', () => {
  expect(lastSignInInWords({ previousAt: '2026-11-22T00:05:00.000Z', failures: 2 })).toBe(
    'サインインしました。前回のサインインは令和8年11月22日（日）09:05です。その後、パスワードの誤りが2回ありました。',
  )
  expect(lastSignInInWords({ previousAt: null, failures: 0 })).toBe(
    'サインインしました。初めてのサインインです。',
  )
})
