import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { pathOf } from '#app/domain/attachments/folder-store.server'
import { verifyLog } from '#app/domain/events/log.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import { importPeople } from '#app/domain/organisation/people.server'
import { emptyContent } from '#app/domain/practices/content'
import { draftPractice } from '#app/domain/practices/drafting.server'
import { transact } from '#app/domain/transact.server'
import { type Config, parseConfig } from '#app/server/config'
import { openFileStore } from '#app/server/file-store'
import { openTown, type Town } from '#app/server/town'
import { filesOf, latestBackup } from '#db/backup-folder.server'
import { fakeS3 } from '#tests/support/fake-s3'
import { databaseAt, onServer } from '#tests/support/postgres-databases'
import { type PostgresServer, startPostgres } from '#tests/support/postgres-server'
import { findPostgresWithTools } from '#tests/support/postgres-tools'
import { smallTown } from '#tests/support/town.server'
import { attached } from '#tests/support/uploads.server'
import { worldOn } from '#tests/support/world.server'
import { run as backUp } from './backup.server'
import { run as restore } from './restore.server'
import { run as verify } from './verify.server'

let folder: string
let lines: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'restore-'))
  lines = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

describe('on SQLite', () => {
  bringsBack(async () => parseConfig({ DATA_DIR: folder }))

  it('holds the files of a bucket as well, and fills an empty one', async () => {
    const s3 = await fakeS3()
    const config = await townWith(parseConfig({ DATA_DIR: folder, ...s3.env }), '一人目')
    const sha256 = await attachNote(config)
    expect(s3.objects.size).toBe(1)
    await verify([], config)
    await backUp([], config)
    expect(readFileSync(pathOf(filesOf(backupOf(config)), sha256), 'utf8')).toBe('メモ')
    await verify([backupOf(config)], config)

    s3.objects.clear()
    await expect(verify([], config)).rejects.toThrow('見つかりません')
    await restore([backupOf(config)], config)
    await verify([], config)
    expect([...s3.objects.values()].map(({ body }) => body.toString())).toEqual(['メモ'])
    await s3.stop()
  })

  it('puts nothing back from a backup whose log was written with another key', async () => {
    const config = await townWith(parseConfig({ DATA_DIR: folder }), '一人目')
    await backUp([], config)
    const stranger = { ...config, dataDir: mkdtempSync(join(folder, 'other-')) }
    await inTown(parseConfig({ DATA_DIR: stranger.dataDir }), async () => undefined)
    await expect(restore([backupOf(config)], stranger)).rejects.toThrow('記録の 1 番目')
    expect(await namesIn(config)).toEqual(['一人目'])
  })
})

const binaries = findPostgresWithTools()

describe.skipIf(!binaries)('on PostgreSQL', () => {
  let server: PostgresServer
  let databases = 0
  const path = process.env['PATH'] ?? ''

  beforeAll(async () => {
    server = await startPostgres(binaries ?? '')
    process.env['PATH'] = `${binaries}${delimiter}${path}`
  }, 60_000)
  afterAll(async () => {
    process.env['PATH'] = path
    await server.stop()
  })

  const ownDatabase = async () => {
    const name = `town_${(databases += 1)}`
    await onServer(server.url, `create database "${name}"`)
    return parseConfig({ DATA_DIR: folder, DATABASE_URL: databaseAt(server.url, name) })
  }
  bringsBack(ownDatabase)

  it('refuses while the program runs; what it replaces stays aside, of which no later backup takes anything', async () => {
    const config = await townWith(await ownDatabase(), '一人目')
    await backUp([], config)
    const town = await openTown(config)
    await expect(restore([backupOf(config)], config)).rejects.toThrow(
      '動いているこのプログラムが使っています',
    )
    await town.close()
    await restore([backupOf(config)], config)
    expect(lines.at(-1)).toMatch(/戻す前のデータ: schema before_\d+/)
    await backUp([], config)
    await expect(verify([backupOf(config)], config)).resolves.toBeUndefined()
  }, 60_000)

  it('says what is missing where the machine has no pg_dump', async () => {
    const config = await ownDatabase()
    await inTown(config, async () => undefined)
    process.env['PATH'] = folder
    await expect(backUp([], config)).rejects.toThrow('pg_dump が見つかりません')
    process.env['PATH'] = `${binaries}${delimiter}${path}`
  })
})

/** What holds on both. */
function bringsBack(configOf: () => Promise<Config>) {
  it('brings back the town of the backup, and its sealed log says so', async () => {
    const config = await townWith(await configOf(), '一人目')
    await backUp([], config)
    const taken = latestBackup(config.backupDir)
    const lost = await townWith(config, '二人目').then(headOf)

    await restore([backupOf(config)], config)

    expect(await namesIn(config)).toEqual(['一人目'])
    const { kind, payload, actorId } = await headOf(config)
    expect([kind, actorId]).toEqual(['database.restored', null])
    expect(JSON.parse(payload)).toMatchObject({
      takenAt: taken?.takenAt.toISOString(),
      abandoned: { seq: lost.seq, hash: lost.hash },
      operator: expect.stringMatching(/./),
    })
    await verify([], config)
    await inTown(config, async ({ connections, seal }) => {
      expect(await verifyLog(connections.reader, seal)).toMatchObject({ brokenAt: null })
    })
  }, 60_000)

  it('holds every file that a row refers to, and puts back the one that was lost', async () => {
    const config = await townWith(await configOf(), '一人目')
    const sha256 = await attachNote(config)
    await backUp([], config)
    await backUp([], config)
    rmSync(pathOf(config.filesDir, sha256))
    await expect(verify([], config)).rejects.toThrow('見つかりません')
    await expect(backUp([], { ...config, backupDir: join(folder, 'elsewhere') })).rejects.toThrow(
      '見つかりません',
    )

    await restore([backupOf(config)], config)
    await verify([], config)
    expect(readFileSync(pathOf(config.filesDir, sha256), 'utf8')).toBe('メモ')

    writeFileSync(pathOf(filesOf(backupOf(config)), sha256), 'べつのメモ')
    await expect(verify([backupOf(config)], config)).rejects.toThrow('壊れています')
    await expect(restore([backupOf(config)], config)).rejects.toThrow('壊れています')
    expect(readFileSync(pathOf(config.filesDir, sha256), 'utf8')).toBe('メモ')
  }, 60_000)
}

/** A draft with one file. Returns the name that the file has on disk. */
async function attachNote(config: Config): Promise<string> {
  return inTown(config, async ({ connections, seal }) => {
    const world = worldOn(connections, { seal })
    const { people } = await smallTown(world)
    const { practiceId } = await world.act(people.suzuki, (ctx) => draftPractice(ctx, emptyContent))
    await attached(world, { files: openFileStore(config), by: people.suzuki, subject: { practiceId } })
    const row = await world.reader.selectFrom('attachments').select('sha256').executeTakeFirstOrThrow()
    return row.sha256
  })
}

function backupOf({ backupDir }: Config): string {
  return latestBackup(backupDir)?.folder ?? ''
}

async function townWith(config: Config, name: string): Promise<Config> {
  await inTown(config, async ({ connections, seal }) => {
    const world = { writer: connections.writer, seal, now: () => new Date() }
    const person = { name, kana: '', employeeNumber: name, employmentType: 'regular', email: null }
    await transact(world, systemPersonId, (ctx) => importPeople(ctx, [person]))
  })
  return config
}

async function namesIn(config: Config): Promise<string[]> {
  const rows = await inTown(config, ({ connections }) =>
    connections.reader.selectFrom('people').select('name').orderBy('id').execute(),
  )
  return rows.map(({ name }) => name)
}

function headOf(config: Config) {
  return inTown(config, ({ connections }) =>
    connections.reader
      .selectFrom('events')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
}

async function inTown<T>(config: Config, ask: (town: Town) => Promise<T>): Promise<T> {
  const town = await openTown(config)
  try {
    return await ask(town)
  } finally {
    await town.close()
  }
}
