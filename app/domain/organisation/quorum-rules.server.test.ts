import { beforeEach, describe, expect, it } from 'vitest'
import { type SmallTown, smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { listBodies } from './bodies.server'
import { listGaps } from './gaps.server'
import type { QuorumRule } from './quorum-rule'
import { findQuorumRule, setQuorumRule } from './quorum-rules.server'

let world: TestWorld
let town: SmallTown

beforeEach(async () => {
  world = await freshWorld()
  town = await smallTown(world)
  return () => world.close()
})

const body = 'improvementCommittee'
const set = (rule: QuorumRule, validFrom = '2026-06-10', by = town.people.yoshida) =>
  world.act(by, (ctx) => setQuorumRule(ctx, { body, validFrom, ...rule }))
const lacksOn = async (day: string) =>
  (await listGaps(world.reader, day)).bodies.filter((gap) => gap.body === body).map(({ lacks }) => lacks)

describe('the quorum of a body', () => {
  it('is half of those who sit there, until the city says otherwise, and before that day', async () => {
    const rules = () =>
      Promise.all(
        ['2026-06-09', '2026-06-10', '2027-04-01'].map(
          async (day) => (await findQuorumRule(world.reader, body, day)).share,
        ),
      )
    expect(await rules()).toEqual(['half', 'half', 'half'])
    await set({ seats: null, share: 'majority' })
    await set({ seats: null, share: 'twoThirds' }, '2027-04-01')
    expect(await rules()).toEqual(['half', 'majority', 'twoThirds'])
    await set({ seats: null, share: 'half' })
    expect(await rules()).toEqual(['half', 'half', 'twoThirds'])
    expect((await findQuorumRule(world.reader, 'policyCouncil', '2027-04-01')).share).toBe('half')
  })

  it('is missing where fewer sit there than its number of seats asks for, and the gaps say so', async () => {
    await set({ seats: 5, share: 'half' })
    expect(await lacksOn('2026-06-09')).toEqual([])
    expect(await lacksOn('2026-06-10')).toEqual(['委員が2人で、定足数（定数5人のうち3人以上）に足りません'])
    await set({ seats: 4, share: 'half' })
    expect(await lacksOn('2026-06-10')).toEqual([])
  })

  it('is not set for the past, nor with no seats, nor by whoever keeps no organisation', async () => {
    await expect(set({ seats: null, share: 'half' }, '2026-05-31')).rejects.toThrow('今日以後')
    await expect(set({ seats: 0, share: 'half' })).rejects.toThrow('1人以上')
    await expect(set({ seats: 9, share: 'half' }, '2026-06-10', town.people.ito)).rejects.toThrow('事務局')
  })
})

it('a body is listed with who sits there that day, the chair first', async () => {
  const listed = await listBodies(world.reader, '2026-06-01')
  expect(listed.map(({ holders }) => holders.length)).toEqual([2, 1, 0, 1, 0, 1])
  expect(listed[0]?.holders.map(({ name, role }) => [name, role])).toEqual([
    ['伊藤　学', 'chair'],
    ['中村　恵', 'member'],
  ])
})
