import { expect, it } from 'vitest'
import { systemPersonId } from '#app/domain/organisation/actor'
import { verifyLog } from '#app/domain/events/log.server'
import { recountYear } from '#app/domain/indicators/counting.server'
import { completeImplementation, verifyEffect } from '#app/domain/proposals/implementation.server'
import { searchImprovements } from '#app/domain/search/finding.server'
import { readQuery } from '#app/domain/search/query'
import { confirmed } from '#tests/support/practices.server'
import { implementing } from '#tests/support/reviews.server'
import { smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { multiply } from './multiply.server'
import type { Row } from './originals'
import { shapes, type Table } from './shapes'

/** A confirmed report and a proposal from its draft to its verified effect, by the commands themselves. */
async function finishBoth(world: TestWorld, town: SmallTown): Promise<void> {
  await confirmed(world, town, { memberIds: [town.people.tanaka] })
  const proposalId = await implementing(world, town)
  await world.act(town.people.suzuki, (ctx) =>
    completeImplementation(ctx, {
      ...{ proposalId, implementedOn: '2026-06-01', actualMinutesPerYear: 600, actualYenPerYear: null },
      ...{ recurring: 1 as const, actualEffect: '列がなくなりました。', evidence: '窓口日誌' },
    }),
  )
  await world.act(town.people.kobayashi, (ctx) =>
    verifyEffect(ctx, { proposalId, verification: '確認しました。' }),
  )
}

// On PostgreSQL a database emptied by an earlier test goes on counting, so that the two towns have other keys.
it.runIf(process.env['TEST_DATABASE'] === 'sqlite')(
  'copies what is over as the commands would have written it a second time, column by column',
  async () => {
    await using copied = await freshWorld()
    await finishBoth(copied, await smallTown(copied))
    expect(await multiply(copied.writer, copied.seal, 4)).toBe(4)

    await using written = await freshWorld()
    const town = await smallTown(written)
    await finishBoth(written, town)
    await finishBoth(written, town)

    for (const table of [...Object.keys(shapes), 'events', 'notifications', 'attainments'] as Table[]) {
      expect(await contentOf(copied, table), table).toEqual(await contentOf(written, table))
    }
  },
)

it('keeps log, references, search and figures right, and every key in a payload with its own copy', async () => {
  await using world = await freshWorld()
  await finishBoth(world, await smallTown(world))
  await multiply(world.writer, world.seal, 8)
  expect((await verifyLog(world.reader, world.seal)).brokenAt).toBeNull()

  const query = readQuery('番号札')
  const found = query && (await searchImprovements(world.reader, query, {}, {}))
  expect(found?.total).toBe(8)

  const evidence = await contentOf(world, 'countedImprovements')
  await world.act(systemPersonId, (ctx) => recountYear(ctx, 2026))
  expect(await contentOf(world, 'countedImprovements')).toEqual(evidence)

  const answered = await world.reader
    .selectFrom('events')
    .select(['proposalId', 'payload'])
    .where('kind', '=', 'consideration.answered')
    .execute()
  for (const { proposalId, payload } of answered) {
    const { considerationId } = JSON.parse(payload) as { considerationId: number }
    const asked = world.reader
      .selectFrom('considerations')
      .select('proposalId')
      .where('id', '=', considerationId)
    expect(await asked.executeTakeFirst()).toEqual({ proposalId })
  }
})

it('leaves alone what is still open', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await finishBoth(world, town)
  await implementing(world, town)
  await multiply(world.writer, world.seal, 9)
  const open = world.reader.selectFrom('proposals').select('id').where('stage', '=', 'implementing')
  expect(await open.execute()).toHaveLength(1)
})

/** One meeting decides many proposals: the copies were in the meeting of their original. */
const ofMeetings = ['sitting.planned', 'sitting.attended', 'agenda.resolved']

/** The rows but for what no two of them share: keys, receipt numbers, seals, and whether a message was read. */
async function contentOf(world: TestWorld, table: Table): Promise<string[]> {
  const rows = (await world.reader.selectFrom(table).selectAll().execute()) as unknown as Row[]
  const own = ['id', 'seq', 'hash', 'prevHash', 'eventSeq', 'receiptSeq', 'receiptNumber', 'readAt']
  const keys = ['practiceId', 'proposalId', 'considerationId', 'improvementId', 'decisionId']
  return rows
    .filter(({ kind }) => !ofMeetings.includes(String(kind)))
    .map((row) =>
      JSON.stringify(
        Object.entries(row).map(([column, value]) => {
          if (own.includes(column)) return column
          if (keys.includes(column)) return [column, value !== null]
          if (column === 'payload') return String(value).replace(/("\w*(Id|Number)"):("R[^"]*"|\d+)/g, '$1')
          if (column === 'text') return String(value).replace(/R\d+-\d+/, 'R')
          return column === 'path' ? String(value).replace(/\d+/g, '') : [column, value]
        }),
      ),
    )
    .toSorted()
}
