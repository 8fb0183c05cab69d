import { expect, test } from 'vitest'
import { clockOf, countLeft, hoursOf } from '#app/ui/enhance/words'

test.each([
  ['', 40, '40字以内'],
  ['窓口', 40, 'あと38字入力できます'],
  ['窓口', 2, 'あと0字入力できます'],
  ['窓口の番号札', 4, '2字超えています'],
  ['𠮷野家', 3, 'あと0字入力できます'],
])('“%s” of %i characters reads %s', (text, limit, words) => {
  expect(countLeft(text, limit)).toBe(words)
})

test.each([
  ['10', '720', '1', 120],
  ['１０', '1,200', '2', 400],
  ['0.5', '100', '1', 0.8],
  ['10', '', '1', null],
  ['十', '720', '1', null],
  ['-10', '720', '1', null],
  ['0', '720', '1', null],
])('%s minutes × %s times × %s people are %s hours', (minutes, times, people, hours) => {
  expect(hoursOf(minutes, times, people)).toBe(hours)
})

test('the clock reads like a clock', () => {
  expect(clockOf(new Date(2026, 10, 22, 9, 5))).toBe('9:05')
})
