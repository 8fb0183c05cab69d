import { expect, it } from 'vitest'
import { accepted } from '#tests/support/proposals.server'
import { eventsOf } from '#tests/support/reviews.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { NotFound } from '../errors'
import { listNotifications } from '../notifications/inbox.server'
import type { SupportWay } from './support'
import { listSupports, supportProposal, withdrawSupport } from './support.server'

async function story() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await accepted(world, town)
  return {
    ...{ world, town, proposalId },
    say: (name: PersonName, how: SupportWay, text = '') =>
      world.act(town.people[name], (ctx) => supportProposal(ctx, { proposalId, how, text })),
    takeBack: (name: PersonName) =>
      world.act(town.people[name], (ctx) => withdrawSupport(ctx, { proposalId, how: 'agree' })),
    said: async () => (await listSupports(world.reader, proposalId)).map(({ name, how }) => `${name} ${how}`),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('tells the authors who stands by their proposal, and keeps what was added', async () => {
  await using told = await story()
  await told.say('suzuki', 'agree')
  await told.say('suzuki', 'together', '窓口係の3人で')
  await told.say('suzuki', 'addition', '午前中が特に混みます。')
  await told.say('suzuki', 'addition', '月末もです。')
  expect(await told.said()).toEqual([
    '鈴木　花子 agree',
    '鈴木　花子 together',
    '鈴木　花子 addition',
    '鈴木　花子 addition',
  ])
  const { notifications } = await listNotifications(told.world.reader, told.town.people.sato, {
    unreadOnly: true,
  })
  expect(notifications.slice(0, 3).map(({ text }) => text)).toEqual([
    '追記が届きました：窓口に番号札を導入する',
    '追記が届きました：窓口に番号札を導入する',
    '「いっしょにやりたい」という人がいます：窓口に番号札を導入する',
  ])
})

it('counts a person once, until it is taken back', async () => {
  await using told = await story()
  await told.say('suzuki', 'agree')
  await expect(told.say('suzuki', 'agree')).rejects.toThrow('すでに伝えています。')
  await told.takeBack('suzuki')
  await told.takeBack('suzuki')
  expect(await told.said()).toEqual([])
  await told.say('suzuki', 'agree')
  expect(await told.said()).toHaveLength(1)
  const events = await eventsOf(told.world, told.proposalId)
  expect(events.filter((kind) => kind === 'proposal.supportWithdrawn')).toHaveLength(1)
})

it('is not for the authors, nor for those who may not read the proposal, and an addition adds something', async () => {
  await using told = await story()
  await expect(told.say('sato', 'agree')).rejects.toThrow('自分が提案者')
  await expect(told.say('mori', 'agree')).rejects.toThrow(NotFound)
  await expect(told.say('suzuki', 'addition')).rejects.toThrow('追記を入力してください')
})
