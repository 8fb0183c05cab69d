import { describe, expect, it } from 'vitest'
import { lifecycle, mayFollow, shownStage, type Stage, stages, stepOf, verbsFrom } from './lifecycle'

describe('the lifecycle of a proposal', () => {
  it('reaches every stage but the draft by some verb', () => {
    const reached = new Set<Stage>(Object.values(lifecycle).map(({ to }) => to))
    expect(stages.filter((stage) => !reached.has(stage))).toEqual(['draft'])
  })

  it.each(['completed', 'notAccepted', 'informed', 'closed', 'withdrawn'] as const)('ends in %s', (stage) => {
    expect(verbsFrom(stage)).toEqual([])
  })

  it('lets the proposer withdraw until the decision and not after it', () => {
    const withdrawable = stages.filter((stage) => mayFollow('withdraw', stage))
    expect(withdrawable).not.toContain('decided')
    expect(withdrawable).not.toContain('notified')
    expect(withdrawable).toContain('inCouncil')
  })

  it('publishes nothing before the notice', () => {
    expect(shownStage('decided', false)).toBe('inCommittee')
    expect(shownStage('decided', true)).toBe('decided')
    expect(stepOf('decided')).toBe(3)
    expect(verbsFrom('decided')).toEqual(['notify'])
  })
})
