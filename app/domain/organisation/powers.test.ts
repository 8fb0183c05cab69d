import { expect, it } from 'vitest'
import type { Actor } from './actor'
import { powersOf } from './powers'

const nobody: Actor = { personId: 1, name: '鈴木', today: '2026-06-01', appointments: [], seats: [] }
const clerk = {
  ...{ departmentId: 2, departmentName: '市民課', bureauId: 1, postName: '主事', rank: 7, isDeputy: false },
  ...{ isHead: false, kind: 'main' as const },
}

it('names for each power the post or seat that it follows from', () => {
  const head = { ...clerk, departmentName: '税務課', postName: '課長', isHead: true, kind: 'acting' as const }
  const powers = powersOf({
    ...nobody,
    appointments: [clerk, head],
    seats: [{ body: 'secretariat', role: 'clerk' }],
  })
  const of = (because: string) => powers.filter((power) => power.because === because).map(({ may }) => may)
  expect(of('市民課　主事（本務）')).toEqual(['市民課への照会を読み、検討記録の下書きを書く'])
  expect(of('税務課　課長（事務取扱）')).toContain('税務課の職員の報告を確認し、差し戻す')
  expect(of('事務局　書記')).toContain('提案を受け付け、課に照会し、結果を通知する')
  expect(powers.every(({ because }) => because !== '')).toBe(true)
})

it('has none for whoever holds nothing that day', () => {
  expect(powersOf(nobody)).toEqual([])
})
