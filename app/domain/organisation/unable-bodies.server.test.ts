import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findWorklist } from '../worklist.server'
import { findActor } from './actor.server'
import { listBodies } from './bodies.server'
import { lackOf } from './gaps.server'
import { quorumOf, shares } from './quorum-rule'
import { setQuorumRule } from './quorum-rules.server'
import { unableBodies } from './unable-bodies.server'

/** 事務改善委員会 has a chair and a member, 政策会議 a chair; 有言実行推進委員会 nobody has ever seated. */
async function story() {
  const world = await freshWorld()
  const { people } = await smallTown(world)
  const rule = (validFrom: string, seats: number | null, share: (typeof shares)[number] = 'half') =>
    world.act(people.yoshida, (ctx) =>
      setQuorumRule(ctx, { body: 'improvementCommittee', validFrom, seats, share }),
    )
  const unable = async (day: string) => {
    const rows = await world.reader.selectFrom(unableBodies(day).as('unable')).selectAll().execute()
    return rows.map(({ title }) => title)
  }
  const asked = async (personId: number, day: string) => {
    const { tasks } = await findWorklist(world.reader, await findActor(world.reader, personId, day), day)
    return tasks.flatMap(({ kind, object, dueOn }) => (kind === 'fillBody' ? [`${object} ${dueOn}`] : []))
  }
  const endSeat = (personId: number, validTo: string) =>
    world.writer.updateTable('seats').set({ validTo }).where('personId', '=', personId).execute()
  return { world, people, rule, unable, asked, endSeat, [Symbol.asyncDispose]: () => world.close() }
}

const below = '事務改善委員会（委員が2人で、定足数の3人に足りません）'

it('names a committee below its quorum on the home pages of those who keep the organisation', async () => {
  await using told = await story()
  const { people, rule, unable, asked } = told
  expect(await unable('2026-06-01')).toEqual([])
  expect(await asked(people.yoshida, '2026-06-01')).toEqual([])
  await rule('2026-06-10', 5)
  expect([await unable('2026-06-09'), await unable('2026-06-10')]).toEqual([[], [below]])
  expect(await asked(people.yoshida, '2026-06-10')).toEqual([`${below} null`])
  expect(await asked(people.kobayashi, '2026-06-10')).toEqual([`${below} null`])
  expect(await asked(people.ito, '2026-06-10')).toEqual([])
})

it('names it beforehand while the next year is prepared, and one without anybody to preside', async () => {
  await using told = await story()
  const { people, unable, asked, endSeat } = told
  await endSeat(people.ito, '2027-03-31')
  const lack = '事務改善委員会（委員長も副委員長もいません）'
  expect([await unable('2027-03-31'), await unable('2027-04-01')]).toEqual([[], [lack]])
  expect(await asked(people.yoshida, '2027-01-30')).toEqual([])
  expect(await asked(people.yoshida, '2027-01-31')).toEqual([`${lack} 2027-04-01`])
  expect(await asked(people.yoshida, '2027-04-01')).toEqual([`${lack} null`])
})

it('reckons as the page of the bodies does, for every share and number of seats', async () => {
  await using told = await story()
  const { world, rule, unable } = told
  for (const share of shares) {
    for (const seats of [1, 2, 3, 4, 5, 6, 7]) {
      await rule('2026-06-10', seats, share)
      const [body] = await listBodies(world.reader, '2026-06-10')
      const isBelow = quorumOf(2, { seats, share }) > 2
      expect([share, seats, (await unable('2026-06-10')).length > 0]).toEqual([share, seats, isBelow])
      expect(body && lackOf(body) !== null).toBe(isBelow)
    }
  }
})
