import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

describe('one list, as the personnel system hands it out every night', () => {
  const file = '職員番号,氏名,かな\r\n001234,髙橋　誠,たかはし　まこと\r\n'
  const names = async () => {
    const town = await openTown(config)
    const rows = await town.connections.reader.selectFrom('people').select('name').execute()
    await town.close()
    return rows.map(({ name }) => name)
  }
  const write = (text: string) => {
    const path = join(config.dataDir, 'people.csv')
    writeFileSync(path, text)
    return path
  }

  it('is only compared with --dry-run, then brought in, and the next night changes nothing', async () => {
    const path = write(file)
    await run(['people', path, '--dry-run'], config)
    expect(console.log).toHaveBeenLastCalledWith('追加 1、変更 0、変更なし 0、ファイルにない 0、エラー 0')
    expect(await names()).toEqual([])
    await run(['people', path], config)
    expect(console.log).toHaveBeenLastCalledWith('反映しました。')
    expect(await names()).toEqual(['髙橋　誠'])
    await run(['people', path, '--dry-run'], config)
    expect(console.log).toHaveBeenLastCalledWith('追加 0、変更 0、変更なし 1、ファイルにない 0、エラー 0')
  })

  it('stays out as a whole where a line is wrong, which is named', async () => {
    const path = write(`${file},名無し,\r\n`)
    await expect(run(['people', path], config)).rejects.toThrow('エラーがあるため、取り込みません。')
    expect(console.log).toHaveBeenLastCalledWith('3行目：職員番号：空欄です')
    expect(await names()).toEqual([])
  })

  it('of 利用者ID is about the provider that the server uses', async () => {
    await run(['people', write(file)], config)
    const path = write('職員番号,オブジェクトID\r\n001234,3f8a2c1e\r\n')
    await expect(run(['subjectLinks', path], config)).rejects.toThrow('認証基盤の列がありません')
    const issuer = 'https://login.example/town'
    const provided = parseConfig({
      ...{ DATA_DIR: config.dataDir, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'kaizen' },
      ...{ OIDC_CLIENT_SECRET: 'secret', PUBLIC_ORIGIN: 'https://kaizen.example' },
    })
    await run(['subjectLinks', path], provided)
    const town = await openTown(config)
    const links = await town.connections.reader
      .selectFrom('subjectLinks')
      .select(['issuer', 'subject'])
      .execute()
    await town.close()
    expect(links).toEqual([{ issuer: new URL(issuer).href, subject: '3f8a2c1e' }])
  })
})
