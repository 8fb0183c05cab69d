import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Config, parseConfig } from '#app/server/config'
import { openTown } from '#app/server/town'
import { run } from './import.server'

let config: Config
let folder: string

beforeEach(() => {
  config = parseConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'import-')) })
  folder = join(config.dataDir, 'lists')
  mkdirSync(folder)
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(config.dataDir, { recursive: true })
})

it('brings in the files that are there, by hand or every night', async () => {
  writeFileSync(join(folder, 'posts.csv'), 'code,name,rank,isHead\nP31,課長,3,1\n')
  writeFileSync(join(folder, 'notes.csv'), 'nothing for us')
  await run([folder], config)
  await run([folder], config)
  const town = await openTown(config)
  const posts = await town.connections.reader.selectFrom('posts').select('name').execute()
  await town.close()
  expect(posts).toEqual([{ name: '課長' }])
})

it('says what to put right, and leaves the town closed and as it was', async () => {
  writeFileSync(join(folder, 'posts.csv'), 'code,name,rank,isHead\nP31,課長,三,1\n')
  await expect(run([folder], config)).rejects.toThrow(
    'posts.csvを直してください。2行目のrank：整数を入れてください',
  )
  const town = await openTown(config)
  expect(await town.connections.reader.selectFrom('posts').select('id').execute()).toEqual([])
  await town.close()
})

it('names the files that it knows where there is none of them', async () => {
  await expect(run([folder], config)).rejects.toThrow('departments.csv')
  await expect(run([], config)).rejects.toThrow('使い方')
})
