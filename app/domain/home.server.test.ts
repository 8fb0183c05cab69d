import { expect, it } from 'vitest'
import { confirmed } from '#tests/support/practices.server'
import { accepted, drafted } from '#tests/support/proposals.server'
import { decided, implementing } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listNewImprovements, listOwnProposals } from './home.server'

it('an author sees where each proposal stands, the newest first, and no draft among them', async () => {
  await using world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  await implementing(world, town)
  await accepted(world, town)
  await drafted(world, town)
  const proposals = await listOwnProposals(world.reader, town.people.sato)
  expect(proposals).toMatchObject([
    { stage: 'considering', decision: null, next: { dueOn: '2026-06-15' } },
    {
      ...{ stage: 'implementing', decision: 'adopted' },
      next: { sentence: '次は、市民課が実施状況を報告します。', dueOn: '2026-10-01' },
    },
  ])
})

it('a decision looks like a deliberation until its notice', async () => {
  await using world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  await decided(world, town)
  const proposals = await listOwnProposals(world.reader, town.people.sato)
  expect(proposals).toMatchObject([{ stage: 'inCommittee', decision: null }])
})

it('the newest improvements of the city stand beside examples of one’s own department', async () => {
  await using world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  for (const title of ['一', '二', '三']) await confirmed(world, town, { title })
  await confirmed(world, town, {
    ...{ by: 'sato', head: 'watanabe', title: '税の一', projectIds: [town.projects.collection] },
  })
  const { newest, examples } = await listNewImprovements(world.reader, town.departments.citizens)
  expect(newest.map(({ title }) => title)).toEqual(['税の一', '三', '二'])
  expect(examples.map(({ title }) => title)).toEqual(['三', '二'])
  expect(newest[0]).toMatchObject({ departmentName: '税務課', publishedOn: '2026-06-01' })
})
