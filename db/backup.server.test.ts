import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { latestBackup, removeExpiredBackups } from '#db/backup-folder.server'
import { databaseOf, insistOnGoodBackup, takeBackup } from '#db/backup.server'
import { type Connections, openDatabase } from '#db/connect.server'
import { migrateToLatest } from '#db/migrate.server'
import { restoreBackup } from '#db/restore.server'

let folder: string
let file: string
let backups: string
let town: Connections

const noon = new Date('2027-03-31T03:00:00.000Z')
const inspect = async () => undefined
const record = async () => undefined
const gather = async () => undefined
const bringBack = async () => undefined
const backUp = () => takeBackup(file, backups, noon, inspect, gather)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  file = join(folder, 'town.db')
  backups = join(folder, 'backups')
  town = openDatabase(`sqlite:${file}`)
  await migrateToLatest(town.writer)
  await town.writer
    .insertInto('people')
    .values({
      id: 1,
      employeeNumber: '1',
      name: '所沢 花子',
      kana: '',
      searchKey: '',
      email: null,
      employmentType: '正規',
    })
    .execute()
  await addSession('before')
})
afterEach(async () => {
  await town.close()
  rmSync(folder, { recursive: true })
})

async function addSession(idHash: string) {
  const session = { idHash, personId: 1, createdAt: noon.toISOString(), expiresAt: noon.toISOString() }
  await town.writer.insertInto('sessions').values(session).execute()
}

async function addDepartment(code: string) {
  const department = {
    code,
    name: code,
    parentId: null,
    kind: 'section',
    validFrom: '2027-04-01',
    validTo: null,
  } as const
  await town.writer.insertInto('departments').values(department).execute()
}

async function reopen() {
  await town.close()
  town = openDatabase(`sqlite:${file}`)
}

const departments = () => town.reader.selectFrom('departments').select('code').orderBy('id').execute()

describe('a backup', () => {
  test('is taken while another transaction is being written, without it', async () => {
    await addDepartment('0101')
    const taken = await town.writer.transaction().execute(async (tx) => {
      await tx.deleteFrom('departments').execute()
      return backUp()
    })
    const manifest = await insistOnGoodBackup(taken, inspect)
    expect(manifest.counts).toMatchObject({ departments: 1, people: 1, sessions: 1 })
    expect(manifest.takenAt).toBe(noon.toISOString())
    expect(latestBackup(backups)).toEqual({ folder: taken, takenAt: noon })
  })

  test('that does not pass its inspection is never named one', async () => {
    const inspection = async () => {
      throw new Error('the log is broken')
    }
    await expect(takeBackup(file, backups, noon, inspection, gather)).rejects.toThrow('the log is broken')
    expect(readdirSync(backups)).toEqual([])
    expect(latestBackup(backups)).toBeUndefined()
  })

  test('is refused when a single bit of it has changed', async () => {
    const taken = await backUp()
    const bytes = readFileSync(databaseOf(taken))
    const text = bytes.indexOf('所沢 花子')
    bytes[text] = bytes[text]! ^ 1
    writeFileSync(databaseOf(taken), bytes)
    await expect(insistOnGoodBackup(taken, inspect)).rejects.toThrow('damaged')
  })

  test('is refused when it was cut short', async () => {
    const taken = await backUp()
    writeFileSync(databaseOf(taken), readFileSync(databaseOf(taken)).subarray(0, -4096))
    await expect(insistOnGoodBackup(taken, inspect)).rejects.toThrow()
  })

  test('of a newer version is refused by name', async () => {
    const taken = await backUp()
    const manifest = JSON.parse(readFileSync(join(taken, 'manifest.json'), 'utf8')) as { schema: string[] }
    manifest.schema.push('9999-later')
    writeFileSync(join(taken, 'manifest.json'), JSON.stringify(manifest))
    await expect(insistOnGoodBackup(taken, inspect)).rejects.toThrow('newer version (9999-later)')
  })

  test('goes when no period needs it any more, and the newest stays', async () => {
    await backUp()
    const newest = await takeBackup(file, backups, new Date(noon.getTime() + 60_000), inspect, gather)
    expect(removeExpiredBackups(backups)).toBe(1)
    expect(latestBackup(backups)?.folder).toBe(newest)
  })
})

describe('restoring', () => {
  test('brings back what was there at the backup, and signs everybody out', async () => {
    await addDepartment('0101')
    const taken = await backUp()
    await addDepartment('0102')
    await town.close()

    const { setAside } = await restoreBackup(taken, file, noon, inspect, record, bringBack)

    await reopen()
    expect(await departments()).toEqual([{ code: '0101' }])
    expect(await town.reader.selectFrom('sessions').selectAll().execute()).toEqual([])
    expect(readdirSync(setAside!)).toContain('town.db')
  })

  test('is not undone by the journal of a process that was killed', async () => {
    await addDepartment('0101')
    const taken = await backUp()
    for (let n = 0; n < 50; n++) await addDepartment(`02${n}`)
    const [db, wal] = [readFileSync(file), readFileSync(`${file}-wal`)]
    await town.close()
    writeFileSync(file, db)
    writeFileSync(`${file}-wal`, wal)

    const { setAside } = await restoreBackup(taken, file, noon, inspect, record, bringBack)

    expect(existsSync(`${file}-wal`)).toBe(false)
    expect(readdirSync(setAside!)).toContain('town.db-wal')
    await reopen()
    expect(await departments()).toEqual([{ code: '0101' }])
  })

  test('changes nothing when the backup is not good', async () => {
    const taken = await backUp()
    copyFileSync(join(taken, 'manifest.json'), databaseOf(taken))
    await addDepartment('0103')
    await town.close()

    await expect(restoreBackup(taken, file, noon, inspect, record, bringBack)).rejects.toThrow()

    await reopen()
    expect(await departments()).toEqual([{ code: '0103' }])
  })

  test('fills an empty machine', async () => {
    const taken = await backUp()
    const elsewhere = join(folder, 'new', 'town.db')
    expect((await restoreBackup(taken, elsewhere, noon, inspect, record, bringBack)).setAside).toBeUndefined()
    expect(existsSync(elsewhere)).toBe(true)
  })
})
