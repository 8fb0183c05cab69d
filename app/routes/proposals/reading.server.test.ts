import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { accepted } from '#tests/support/proposals.server'
import { notified } from '#tests/support/reviews.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { readProposal } from './reading.server'

async function town() {
  const world = await freshWorld()
  const names = await smallTown(world)
  const read = async (name: PersonName, proposalId: number) =>
    readProposal({
      actor: await findActor(world.reader, names.people[name], '2026-06-01'),
      db: world.reader,
      today: '2026-06-01',
      params: { id: String(proposalId) },
    })
  return { world, names, read }
}

it.each<PersonName>(['takahashi', 'suzuki', 'ito', 'nakamura', 'kobayashi'])(
  'sends nothing to %s that tells whose hidden proposal it is, in no field of the answer',
  async (reader) => {
    const { world, names, read } = await town()
    const id = await accepted(world, names, {
      by: 'yoshida',
      coAuthorIds: [names.people.mori],
      groupName: '番号札の会',
    })
    const sent = await read(reader, id)
    for (const trace of ['吉田', '森', '番号札の会', '総務課', '福祉課', 'authorIds']) {
      expect(JSON.stringify(sent)).not.toContain(trace)
    }
    expect(sent.authors).toBeNull()
    await world.close()
  },
)

it('sends the names to the authors, and to everybody from the notice on', async () => {
  const { world, names, read } = await town()
  const id = await notified(world, names)
  for (const reader of ['sato', 'mori'] as const) {
    expect((await read(reader, id)).authors).toEqual([{ name: '佐藤　由美', department: '税務課' }])
  }
  await world.close()
})

it('offers each reader what that reader may do, and says why where an author expects an act', async () => {
  const { world, names, read } = await town()
  const id = await accepted(world, names)
  const deeds = async (name: PersonName) => (await read(name, id)).deeds.map(({ label }) => label)
  expect(await deeds('sato')).toContain('取り下げる')
  expect(await deeds('takahashi')).toEqual(['受け付けて検討する（市民課）', '提案者に質問する'])
  expect(await deeds('kobayashi')).toEqual([
    ...['提案者に質問する', '三者協議を記録する', 'ほかの提案に統合する', '提案者の氏名を確かめる'],
  ])
  expect(await deeds('ito')).toEqual(['提案者に質問する'])
  await world.close()
})
