import { describe, expect, it } from 'vitest'
import type { Actor } from '../organisation/actor'
import type { Verdict } from '../verdict'
import { lifecycle, type Stage, stages } from './lifecycle'
import {
  mayDiscard,
  mayKeepLedger,
  mayLeave,
  mayMerge,
  mayReceive,
  mayResubmit,
  mayRevealAuthors,
  mayRevise,
  maySubmit,
  mayUndoMerger,
  mayWithdraw,
} from './policy'
import type { ProposalFacts } from './proposal'

const person = (personId: number, seats: Actor['seats'] = []): Actor => ({
  personId,
  name: '',
  today: '2026-11-22',
  appointments: [],
  seats,
})
const lead = person(1)
const coAuthor = person(2)
const stranger = person(3)
const secretary = person(4, [{ body: 'secretariat', role: 'clerk' }])

const proposal = (stage: Stage, more: Partial<ProposalFacts> = {}): ProposalFacts => ({
  id: 10,
  stage,
  version: 1,
  authorIds: [1, 2],
  creditedIds: [],
  helperIds: [],
  wasHeld: false,
  wasTalkedOver: false,
  nameDisclosure: 'hiddenDuringReview',
  submitted: stage !== 'draft',
  notified: false,
  referred: false,
  leadDepartmentId: null,
  leadBureauIds: [],
  concernedDepartmentIds: [],
  consultedDepartmentIds: [],
  implementingDepartmentId: null,
  openItemId: null,
  ...more,
})

describe('each verb is open at the stages that the lifecycle names, and only there', () => {
  const verbs: [string, (facts: ProposalFacts) => Verdict, readonly Stage[]][] = [
    ['revise', (facts) => mayRevise(coAuthor, facts), ['draft', 'returned']],
    ['submit', (facts) => maySubmit(lead, facts), ['draft', 'returned']],
    ['discard', (facts) => mayDiscard(lead, facts), ['draft']],
    ['leave', (facts) => mayLeave(coAuthor, facts), ['draft', ...lifecycle.withdraw.from]],
    ['withdraw', (facts) => mayWithdraw(lead, facts), lifecycle.withdraw.from],
    ['resubmit', (facts) => mayResubmit(coAuthor, facts), ['notAccepted', 'closed', 'withdrawn']],
    ['accept', (facts) => mayReceive(secretary, facts, 'acceptForReview'), ['submitted']],
    ['return', (facts) => mayReceive(secretary, facts, 'returnForRevision'), ['submitted']],
    ['decline', (facts) => mayReceive(secretary, facts, 'declineAtIntake'), ['submitted']],
    ['inform', (facts) => mayReceive(secretary, facts, 'informOnly'), ['submitted']],
    ['merge', (facts) => mayReceive(secretary, facts, 'mergeInto'), ['submitted', 'considering']],
    ['undo a merger', (facts) => mayUndoMerger(secretary, facts), ['merged']],
  ]

  it.each(verbs)('%s', (_verb, may, open) => {
    expect(stages.filter((stage) => may(proposal(stage)).ok)).toEqual(
      stages.filter((stage) => open.includes(stage)),
    )
  })

  it.each(verbs)('%s is refused to a stranger with a sentence', (verb, _may, open) => {
    const facts = proposal(open[0] ?? 'draft')
    const verdict = byStranger[verb]?.(facts)
    expect(verdict?.ok === false && verdict.reason).toMatch(/(提案者|事務局の人)が?.*(です|できます)。$/)
  })
})

const byStranger: Record<string, (facts: ProposalFacts) => Verdict> = {
  revise: (facts) => mayRevise(stranger, facts),
  submit: (facts) => maySubmit(stranger, facts),
  discard: (facts) => mayDiscard(stranger, facts),
  leave: (facts) => mayLeave(stranger, facts),
  withdraw: (facts) => mayWithdraw(stranger, facts),
  resubmit: (facts) => mayResubmit(stranger, facts),
  accept: (facts) => mayReceive(stranger, facts, 'acceptForReview'),
  return: (facts) => mayReceive(lead, facts, 'returnForRevision'),
  decline: (facts) => mayReceive(lead, facts, 'declineAtIntake'),
  inform: (facts) => mayReceive(stranger, facts, 'informOnly'),
  merge: (facts) => mayReceive(stranger, facts, 'mergeInto'),
  'undo a merger': (facts) => mayUndoMerger(lead, facts),
}

describe('a group', () => {
  it.each([
    ['submit', maySubmit(coAuthor, proposal('draft'))],
    ['discard', mayDiscard(coAuthor, proposal('draft'))],
    ['withdraw', mayWithdraw(coAuthor, proposal('submitted'))],
  ])('leaves it to its lead author to %s', (_verb, verdict) => {
    expect(verdict).toEqual({ ok: false, reason: expect.stringContaining('代表の提案者') as string })
  })

  it('cannot be left by its lead author, only by the others', () => {
    expect(mayLeave(lead, proposal('submitted')).ok).toBe(false)
    expect(mayLeave(coAuthor, proposal('submitted')).ok).toBe(true)
  })
})

describe('a merger', () => {
  const ours = proposal('submitted')
  const into = (stage: Stage, more: Partial<ProposalFacts> = {}) => proposal(stage, { id: 11, ...more })

  it.each([
    ['one under review', into('considering'), true],
    ['one that was decided long ago', into('completed'), true],
    ['itself', ours, false],
    ['one that was merged away itself', into('merged'), false],
    ['one that was withdrawn', into('withdrawn'), false],
    ['a draft', into('draft'), false],
  ])('goes into %s: %s', (_what, target, ok) => {
    expect(mayMerge(secretary, ours, target).ok).toBe(ok)
  })
})

describe('hidden names', () => {
  it('are for the secretariat to look up, as an act of its own', () => {
    expect(mayRevealAuthors(secretary, proposal('considering')).ok).toBe(true)
    expect(mayRevealAuthors(stranger, proposal('considering')).ok).toBe(false)
  })

  it('need no looking up where they stand on the page anyway', () => {
    expect(mayRevealAuthors(secretary, proposal('considering', { nameDisclosure: 'disclosed' })).ok).toBe(
      false,
    )
    expect(mayRevealAuthors(secretary, proposal('notified', { notified: true })).ok).toBe(false)
    expect(
      mayRevealAuthors(secretary, proposal('notified', { notified: true, nameDisclosure: 'secretariatOnly' }))
        .ok,
    ).toBe(true)
  })
})

it('keeps the ledger with the secretariat', () => {
  expect(mayKeepLedger(secretary).ok).toBe(true)
  expect(mayKeepLedger(stranger).ok).toBe(false)
})
