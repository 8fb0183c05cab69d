import { expect, it } from 'vitest'
import { findActor } from '#app/domain/organisation/actor.server'
import { ChangedMeanwhile } from '#app/domain/errors'
import { systemPersonId } from '#app/domain/organisation/actor'
import { succeed } from '#app/domain/organisation/succession.server'
import { accepted } from '#tests/support/proposals.server'
import { answerText, considerationsOf } from '#tests/support/reviews.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import {
  addTemplate,
  changeTemplate,
  draftFromTemplate,
  listTemplates,
  retireTemplate,
  type WrittenTemplate,
} from './answer-templates.server'
import { findLatestText } from './consideration-text.server'

const written: WrittenTemplate = {
  ...{ name: '改修を待つもの', grounds: '改修に合わせて考えます。', conditions: '' },
  ...{ possibleWhen: '改修の図面ができたとき。', wordToProposer: 'ご提案ありがとうございます。' },
}

/** 髙橋 heads 市民課, 田中 works there, 渡邉 heads 税務課. */
async function kept() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const { citizens } = town.departments
  const add = (by: PersonName, change: Partial<WrittenTemplate> = {}) =>
    world.act(town.people[by], (ctx) => addTemplate(ctx, { ...written, ...change, departmentId: citizens }))
  const { templateId } = await add('takahashi')
  const seenBy = async (name: PersonName) =>
    (await listTemplates(world.reader, await findActor(world.reader, town.people[name], '2026-06-01'))).map(
      (template) => template.name,
    )
  return { world, town, templateId, add, seenBy, [Symbol.asyncDispose]: () => world.close() }
}

it('is kept by the head, read by the department, and unknown to others', async () => {
  await using story = await kept()
  const { world, town, templateId } = story
  expect(await story.seenBy('tanaka')).toEqual(['改修を待つもの'])
  expect(await story.seenBy('watanabe')).toEqual([])
  await expect(story.add('tanaka', { name: '別のもの' })).rejects.toThrow('所属長')
  await expect(story.add('takahashi')).rejects.toThrow('同じ名前')
  await expect(
    story.add('takahashi', { ...{ name: '空', grounds: '', possibleWhen: '', wordToProposer: ' ' } }),
  ).rejects.toThrow('どれか1つ')
  await expect(
    world.act(town.people.watanabe, (ctx) => retireTemplate(ctx, templateId)),
  ).rejects.toMatchObject({ name: 'NotFound' })
})

it('fills what is empty, and leaves what was typed', async () => {
  await using story = await kept()
  const { world, town, templateId } = story
  const proposalId = await accepted(world, town)
  const considerationId = (await considerationsOf(world, proposalId)).get(town.departments.citizens) ?? 0
  const text = answerText({ grounds: '窓口の数が足りません。', possibleWhen: '', wordToProposer: '' })
  await world.act(town.people.tanaka, (ctx) =>
    draftFromTemplate(ctx, { considerationId, version: 0, text, templateId }),
  )
  expect((await findLatestText(world.reader, considerationId))?.text).toMatchObject({
    grounds: '窓口の数が足りません。',
    possibleWhen: '改修の図面ができたとき。',
    wordToProposer: 'ご提案ありがとうございます。',
  })
})

it('is changed by whoever has seen the last wording, and offered no more once it is retired', async () => {
  await using story = await kept()
  const { world, town, templateId } = story
  const change = (version: number) =>
    world.act(town.people.takahashi, (ctx) =>
      changeTemplate(ctx, { templateId, version, ...written, name: '改修のあとで' }),
    )
  await change(1)
  expect(await story.seenBy('tanaka')).toEqual(['改修のあとで'])
  await expect(change(1)).rejects.toBeInstanceOf(ChangedMeanwhile)
  await world.act(town.people.takahashi, (ctx) => retireTemplate(ctx, templateId))
  expect(await story.seenBy('tanaka')).toEqual([])
  await story.add('takahashi', { name: '改修のあとで' })
})

it('goes on to the department that comes out of its own, whose head keeps it', async () => {
  await using story = await kept()
  const { world, town, templateId } = story
  const { citizens: fromId, tax: toId } = town.departments
  await world.act(systemPersonId, (ctx) =>
    succeed(ctx, { fromId, toId, kind: 'merge', effectiveOn: '2026-05-01' }),
  )
  expect(await story.seenBy('watanabe')).toEqual(['改修を待つもの'])
  await world.act(town.people.watanabe, (ctx) => retireTemplate(ctx, templateId))
  expect(await story.seenBy('watanabe')).toEqual([])
})
