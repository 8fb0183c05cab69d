import { expect, it } from 'vitest'
import type { DomainEvent } from './event'
import { isByAuthor, type Reader, sentenceOf } from './sentence'

const words = {
  stance: () => '実施する',
  decision: () => '採用',
  status: () => '準備中',
  department: () => '市民課',
}
const staff: Reader = { isAuthor: false, isSecretariat: false, knowsAuthors: false, knowsDecisions: false }
const author: Reader = { ...staff, isAuthor: true, knowsAuthors: true }
const secretary: Reader = { ...staff, isSecretariat: true, knowsDecisions: true }
const told = (event: DomainEvent, reader: Reader) => sentenceOf(event, reader, words)

it.each<[string, DomainEvent]>([
  ['提案者が提出しました', { kind: 'proposal.submitted', proposalId: 1 }],
  [
    '事務局が受け付けました（受付番号R8-001、主管課は市民課）',
    { kind: 'proposal.accepted', proposalId: 1, receiptNumber: 'R8-001', leadDepartmentId: 2 },
  ],
  [
    '市民課にもう一度検討をお願いしました（期限は令和8年12月6日）',
    {
      ...{ kind: 'consideration.asked', proposalId: 1, considerationId: 3, departmentId: 2 },
      ...{ round: 2, dueOn: '2026-12-06' },
    } as DomainEvent,
  ],
  [
    '市民課が「実施する」と回答しました',
    {
      ...{ kind: 'consideration.answered', proposalId: 1, considerationId: 3, departmentId: 2 },
      ...{ stance: 'do', version: 1 },
    } as DomainEvent,
  ],
  [
    '結果を通知しました：採用',
    { kind: 'proposal.notified', proposalId: 1, noticeId: 4, decision: 'adopted' },
  ],
  [
    '実施状況を報告しました：準備中',
    { kind: 'implementation.reported', proposalId: 1, reportId: 5, status: 'preparing' },
  ],
])('tells everybody: %s', (sentence, event) => {
  expect(told(event, staff)).toBe(sentence)
})

it('keeps a decision back from whoever may not know it before the notice', () => {
  const decided: DomainEvent = { kind: 'proposal.decided', proposalId: 1, decisionId: 2, decision: 'adopted' }
  expect(told(decided, staff)).toBeNull()
  expect(told(decided, author)).toBeNull()
  expect(told(decided, secretary)).toBe('「採用」と決まりました')
})

it('keeps who joined or left a group from whoever may not know the names', () => {
  const joined: DomainEvent = { kind: 'proposal.coAuthorJoined', proposalId: 1, personId: 9 }
  expect(told(joined, secretary)).toBeNull()
  expect(told(joined, author)).toBe('メンバーが加わりました')
})

it('lets the authors know that somebody looked at their names', () => {
  const revealed: DomainEvent = { kind: 'proposal.authorsRevealed', proposalId: 1 }
  expect(told(revealed, author)).not.toBeNull()
  expect(told(revealed, staff)).toBeNull()
})

it('knows the acts whose actor is as hidden as the name itself', () => {
  expect(isByAuthor({ kind: 'proposal.withdrawn', proposalId: 1 })).toBe(true)
  expect(isByAuthor({ kind: 'proposal.closed', proposalId: 1 })).toBe(false)
})
