import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Environment, parseConfig } from '#app/server/config'
import { discardHalfLoaded, settleSample } from '#app/server/sample'
import { openTown, type Town } from '#app/server/town'

let dataDir: string
let town: Town | undefined

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sample-'))
})
afterEach(async () => {
  await close()
  rmSync(dataDir, { recursive: true })
})

const config = (env: Environment = {}) => parseConfig({ DATA_DIR: dataDir, ...env })
const mark = (state: string) => writeFileSync(join(dataDir, 'sample-town'), state)

async function open(): Promise<Town> {
  town = await openTown(config())
  return town
}

async function close() {
  await town?.close()
  town = undefined
}

async function addPerson({ connections: { writer } }: Town) {
  const person = { employeeNumber: '1', name: '所沢 花子', kana: '', searchKey: '', email: null }
  await writer
    .insertInto('people')
    .values({ ...person, employmentType: '正規' })
    .execute()
}

test('what was loaded as the sample town stays it, whatever a later start says or leaves out', async () => {
  mark('loaded')
  const sample = await open()
  expect(await settleSample(config(), sample)).toBe(true)
  expect(await settleSample(config({ SAMPLE: '1' }), sample)).toBe(true)
  await expect(settleSample(config({ SAMPLE: '0' }), sample)).rejects.toThrow('見本のデータが入っています')
})

test('a real town is never made a sample of, and nothing is loaded into it', async () => {
  const real = await open()
  expect(await settleSample(config({ SAMPLE: '0' }), real)).toBe(false)
  await addPerson(real)
  expect(await settleSample(config(), real)).toBe(false)
  expect(existsSync(join(dataDir, 'sample-town'))).toBe(false)
})

test('a sample town whose loading was interrupted is begun anew', async () => {
  await addPerson(await open())
  await close()
  mark('loading')

  discardHalfLoaded(config())

  expect(readdirSync(dataDir).filter((name) => !name.includes('.lock'))).toEqual([])
  const { connections } = await open()
  expect(await connections.reader.selectFrom('people').selectAll().execute()).toEqual([])
})

test('a town that is not half a sample is left alone at the start', async () => {
  await addPerson(await open())
  await close()
  discardHalfLoaded(config())
  mark('loaded')
  discardHalfLoaded(config())
  const { connections } = await open()
  expect(await connections.reader.selectFrom('people').select('name').execute()).toEqual([
    { name: '所沢 花子' },
  ])
})
