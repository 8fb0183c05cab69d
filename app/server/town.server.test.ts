import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseConfig } from '#app/server/config'
import { lockFor } from '#app/server/lock'
import { openTown, type Town } from '#app/server/town'

let dataDir: string
let file: string
let opened: Town[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'town-'))
  file = join(dataDir, 'kaizen.db')
  opened = []
})
afterEach(async () => {
  for (const town of opened) await town.close()
  rmSync(dataDir, { recursive: true })
})

async function open() {
  const town = await openTown(parseConfig({ DATA_DIR: dataDir }))
  opened.push(town)
  return town
}

async function close(town: Town) {
  opened = opened.filter((one) => one !== town)
  await town.close()
}

async function writeEvent({ connections: { writer }, seal }: Town) {
  const event = {
    seq: 1,
    at: '',
    kind: 'x',
    actorId: null,
    actorPost: null,
    proposalId: null,
    practiceId: null,
  }
  const rest = { payload: '{}', requestId: null, prevHash: '', hash: seal('x') }
  await writer
    .insertInto('events')
    .values({ ...event, ...rest })
    .execute()
}

test('a new town gets a key that its own user alone can read, and keeps it', async () => {
  const first = await open()
  const sealed = first.seal('a line')
  expect(statSync(join(dataDir, 'seal.key')).mode & 0o777).toBe(0o600)
  await close(first)
  expect((await open()).seal('a line')).toBe(sealed)
})

test('a second process is refused while the first is at work, and let in afterwards', async () => {
  const first = await open()
  await expect(openTown(parseConfig({ DATA_DIR: dataDir }))).rejects.toThrow('別に動いている')
  await close(first)
  await expect(open()).resolves.toBeDefined()
})

test('the lock of a process that has ended does not stand in the way', () => {
  const lock = lockFor(file)
  expect(() => lockFor(file)).toThrow('別に動いている')
  lock.release()
  lockFor(file).release()
})

test('closing folds the journal into the file', async () => {
  const town = await open()
  await writeEvent(town)
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  await close(town)
  expect(existsSync(`${file}-wal`)).toBe(false)
})

describe('instead of silently beginning anew, the start is refused', () => {
  test('when the file has gone', async () => {
    await close(await open())
    rmSync(file)
    await expect(open()).rejects.toThrow('バックアップから戻すか')
    expect(existsSync(file)).toBe(false)
  })

  test('when the file is empty', async () => {
    await close(await open())
    truncateSync(file)
    await expect(open()).rejects.toThrow('バックアップから戻すか')
  })

  test('when the key of its log has gone', async () => {
    const town = await open()
    await writeEvent(town)
    await close(town)
    rmSync(join(dataDir, 'seal.key'))
    await expect(open()).rejects.toThrow('seal.key')
  })

  test('when a page of the file is damaged', async () => {
    await close(await open())
    const bytes = readFileSync(file)
    bytes.fill(0xaa, 8 * 4096, 9 * 4096)
    writeFileSync(file, bytes)
    await expect(open()).rejects.toThrow(/damaged|malformed/)
  })
})
