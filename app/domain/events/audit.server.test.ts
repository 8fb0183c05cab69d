import { expect, it } from 'vitest'
import { castParts } from '#tests/access/parts.server'
import { notify, type Telling, toDecided, toSubmitted } from '#tests/access/story.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { type AuditFilter, listAuditLines } from './audit.server'

async function told(): Promise<Telling & AsyncDisposable> {
  const world = await freshWorld()
  const town = await smallTown(world)
  const players = await castParts(world, town)
  const content = { nameDisclosure: 'hiddenDuringReview' as const }
  return { world, town, players, content, [Symbol.asyncDispose]: () => world.close() }
}

const linesOf = (world: TestWorld, filter: AuditFilter) =>
  listAuditLines(world.reader, filter, { limit: 500 })

it('finds what happened by thing, kind and day, the newest first', async () => {
  await using telling = await told()
  const { world } = telling
  const proposalId = await toSubmitted(telling, '番号札')
  world.at('2026-06-02T09:00:00+09:00')
  await toSubmitted(telling, '別のこと')
  const kinds = async (filter: AuditFilter) => (await linesOf(world, filter)).map(({ event }) => event.kind)
  expect(await kinds({ proposalId })).toEqual(['proposal.submitted', 'proposal.drafted'])
  expect(await kinds({ kind: 'proposal.submitted' })).toHaveLength(2)
  expect(await kinds({ from: '2026-06-02', to: '2026-06-02' })).toEqual([
    'proposal.submitted',
    'proposal.drafted',
  ])
  expect(await kinds({ from: '2026-06-03' })).toEqual([])
})

it('keeps a hidden author hidden, also from whoever asks for that person, until the notice', async () => {
  await using telling = await told()
  const { world, players } = telling
  const proposalId = await toDecided(telling, '番号札')
  const submitted = async () =>
    (await linesOf(world, { proposalId, kind: 'proposal.submitted' })).map(({ by }) => by)
  const ofAuthor = async () =>
    (await linesOf(world, { actorId: players.author, proposalId })).map(({ event }) => event.kind)
  expect(await submitted()).toEqual([null])
  expect(await ofAuthor()).toEqual([])

  await notify(telling, proposalId)
  expect(await submitted()).toEqual(['税務課 主任　佐藤　由美'])
  expect(await ofAuthor()).toContain('proposal.submitted')
})

it('names whoever acted for an office, with the post of that day', async () => {
  await using telling = await told()
  await toDecided(telling, '番号札')
  const [accepted] = await linesOf(telling.world, { kind: 'proposal.accepted' })
  expect(accepted?.by).toMatch(/小林　直樹$/)
})
