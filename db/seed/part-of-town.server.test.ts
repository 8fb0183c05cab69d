import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { folderStore } from '#app/domain/attachments/folder-store.server'
import { insistOnFiles } from '#app/domain/attachments/keeping.server'
import { verifyLog } from '#app/domain/events/log.server'
import { filesForEachTest } from '#tests/support/uploads.server'
import { freshDatabase } from '#tests/support/world.server'
import { loadTown } from './load.server'
import { readTables, type Tables } from './tables.server'

const seal = (line: string) => createHmac('sha256', 'test').update(line).digest('base64url')

/** One proposal of each kind of ending, and the reports of the first days. What comes back waits for the meeting to come. */
function part(tables: Tables): Tables {
  const refs = [
    'P-2024-001',
    'P-2024-008',
    'P-2024-010',
    'P-2024-020',
    'P-2024-024',
    'P-2024-029',
    'P-2024-034',
  ]
  const more = ['P-2024-035', 'P-2024-036', 'P-2024-037', 'P-2026-019', 'P-2026-036']
  return {
    ...tables,
    practices: tables.practices.slice(0, 40),
    proposals: tables.proposals.filter(({ ref }) => [...refs, ...more].includes(ref)),
  }
}

const files = filesForEachTest()

it('a part of the sample town goes the whole way on either database, and its log holds', async () => {
  const connections = await freshDatabase()
  await loadTown(connections, part(readTables()), { seal, files: folderStore(files.path) })
  const { reader } = connections

  const photos = await reader
    .selectFrom('attachments')
    .innerJoin('practices', 'practices.id', 'attachments.practiceId')
    .select(['practices.title', 'attachments.place', 'attachments.mediaType', 'attachments.description'])
    .orderBy('attachments.id')
    .execute()
  expect(photos.map(({ place, mediaType }) => [place, mediaType])).toEqual([
    ['before', 'image/webp'],
    ['after', 'image/webp'],
  ])
  expect(
    photos.every(({ title, description }) => title.includes('窓口') && description.includes('窓口')),
  ).toBe(true)
  await insistOnFiles(reader, folderStore(files.path))

  const proposals = await reader.selectFrom('proposals').select(['title', 'stage']).orderBy('id').execute()
  expect(proposals.map(({ stage }) => stage)).toEqual([
    ...['completed', 'completed', 'completed', 'inCommittee', 'closed', 'closed', 'notAccepted', 'returned'],
    ...['merged', 'informed', 'considering', 'submitted'],
  ])
  const { n } = await reader
    .selectFrom('improvements')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('practiceId', 'is not', null)
    .executeTakeFirstOrThrow()
  const confirmed = await reader
    .selectFrom('practices')
    .select('id')
    .where('stage', '=', 'confirmed')
    .execute()
  expect(confirmed.length).toBeGreaterThan(30)
  expect(n).toBe(confirmed.length)

  const events = await reader.selectFrom('events').select('at').orderBy('seq').execute()
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted())
  expect(await verifyLog(reader, seal)).toEqual({ checked: events.length, brokenAt: null })
  await connections.close()
}, 60_000)
