import { expect, test } from 'vitest'
import { deadlineWords } from '#app/ui/deadline-words'

const today = '2026-11-22'

test.each([
  ['2026-11-19', 'attention', '期限を3日過ぎています'],
  ['2026-11-21', 'attention', '期限を1日過ぎています'],
  ['2026-11-22', 'attention', '今日まで（11月22日）'],
  ['2026-11-25', 'attention', 'あと3日（11月25日まで）'],
  ['2026-11-26', 'wait', 'あと4日（11月26日まで）'],
  ['2026-12-06', 'wait', 'あと14日（12月6日まで）'],
  ['2026-12-10', 'wait', '12月10日まで'],
  ['2027-01-05', 'wait', '1月5日まで'],
  ['2027-11-22', 'wait', '令和9年11月22日まで'],
])('what is due on %s is %s and reads %s', (dueOn, tone, text) => {
  expect(deadlineWords(dueOn, today)).toEqual({ tone, text })
})
