import { expect, it } from 'vitest'
import { awaitingCommittee } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listDecisionChoices } from './committee-choices.server'

it('a decision chooses from the sections, their projects and staff, and the reasons, each in its order', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const proposalId = await awaitingCommittee(world, town)
  const choices = await listDecisionChoices(world.reader, proposalId, '2026-06-01')

  const sections = choices.departments.map(({ name }) => name)
  expect(sections.slice(0, 2)).toEqual(['市民課', '税務課'])
  expect(sections).not.toContain('市民部')
  expect(choices.projects.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['証明書交付事業', '窓口サービス事業']),
  )
  expect(choices.projects.map(({ code }) => code)).toEqual(
    choices.projects.map(({ code }) => code).toSorted(),
  )
  expect(choices.helpers).toContainEqual({
    id: town.people.takahashi,
    name: '髙橋　誠',
    departmentName: '市民課',
    postName: '課長',
  })
  const inOrder = await world.reader
    .selectFrom('reasonCodes')
    .select(['code', 'label'])
    .where('usedFor', '=', 'notAdopted')
    .orderBy('position')
    .execute()
  expect(choices.reasons).toEqual(inOrder)
  expect(inOrder.length).toBeGreaterThan(1)
})
