import { expect, it } from 'vitest'
import { drafted, submitted } from '#tests/support/proposals.server'
import { notified } from '#tests/support/reviews.server'
import { confirmed } from '#tests/support/practices.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listImprovementsOfPerson } from '../improvements/of-person.server'
import { findActor } from '../organisation/actor.server'
import { searchByName } from './everywhere.server'
import { nameWordingsOf } from './name-wordings'
import type { Synonyms } from './synonyms'

async function town() {
  const world = await freshWorld()
  const names = await smallTown(world)
  return {
    ...{ world, names },
    find: async (text: string, as: PersonName = 'mori', synonyms: Synonyms = []) => {
      const actor = await findActor(world.reader, names.people[as], '2026-06-01')
      const found = await searchByName(world.reader, actor, text, synonyms)
      return found.map(({ kind, name }) => `${kind} ${name}`)
    },
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('finds projects, departments and people by any part of what they are called', async () => {
  await using told = await town()
  expect(await told.find('市民課')).toEqual(['department 市民課'])
  expect(await told.find('さーびす')).toEqual(['project 窓口サービス事業'])
  expect(await told.find('事業 窓口')).toEqual(['project 窓口サービス事業'])
  expect(await told.find('鈴木 花子')).toEqual(['person 鈴木　花子'])
  expect(await told.find('ハナコ')).toEqual(['person 鈴木　花子'])
  expect(await told.find('カウンター', 'mori', [['カウンター', '窓口']])).toEqual([
    'project 窓口サービス事業',
  ])
  expect(await told.find('%')).toEqual([])
})

it('never finds a proposal that the reader may not open', async () => {
  await using told = await town()
  const { world, names } = told
  await drafted(world, names, { title: '番号札の下書き' })
  await submitted(world, names, { title: '番号札の審査中' })
  expect(await told.find('番号札')).toEqual([])
  expect(await told.find('番号札', 'takahashi')).toEqual([])
  expect(await told.find('番号札', 'kobayashi')).toEqual(['proposal 番号札の審査中'])
  expect(await told.find('番号札', 'sato')).toEqual(['proposal 番号札の審査中', 'proposal 番号札の下書き'])
  await notified(world, names)
  expect(await told.find('番号札')).toEqual(['proposal 窓口に番号札を導入する'])
})

it('lists of a person what everybody may know, and no name that was to stay hidden', async () => {
  await using told = await town()
  const { world, names } = told
  await confirmed(world, names, { memberIds: [names.people.tanaka] })
  await notified(world, names)
  const titles = async (name: PersonName) =>
    (await listImprovementsOfPerson(world.reader, names.people[name])).map(({ title }) => title)
  expect(await titles('suzuki')).toEqual(['窓口に番号札を置く'])
  expect(await titles('tanaka')).toEqual(['窓口に番号札を置く'])
  expect(await titles('sato')).toEqual(['窓口に番号札を導入する'])
  await world.writer.updateTable('proposals').set({ nameDisclosure: 'secretariatOnly' }).execute()
  expect(await titles('sato')).toEqual([])
})

it('looks for a word in either kana and as it is typed', () => {
  expect(nameWordingsOf('ｻｰﾋﾞｽ、"税"', [])).toEqual([['サービス', 'さーびす'], ['税']])
})
