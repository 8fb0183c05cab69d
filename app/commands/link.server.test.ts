import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parseConfig } from '#app/server/config'
import { openTown } from '#app/server/town'
import { fill } from '#tests/support/server'
import { smallTown } from '#tests/support/town.server'
import { run } from './link.server'

let folder: string
let lines: string[]
const list = () => join(folder, 'links.csv')
const config = (issuer?: string) =>
  parseConfig({
    DATA_DIR: folder,
    ...(issuer && { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }),
    ...(issuer && { PUBLIC_ORIGIN: 'https://kaizen.example.lg.jp' }),
  })
const keycloak = config.bind(null, 'https://login.example.lg.jp/realms/town')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'link-'))
  await fill(folder, smallTown)
  lines = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

async function links() {
  const town = await openTown(keycloak())
  try {
    return await town.connections.reader
      .selectFrom('subjectLinks')
      .innerJoin('people', 'people.id', 'subjectLinks.personId')
      .select(['people.employeeNumber', 'subjectLinks.subject', 'subjectLinks.linkedById'])
      .orderBy('people.employeeNumber')
      .execute()
  } finally {
    await town.close()
  }
}

it('links a list, and says what it left as it was the second time', async () => {
  writeFileSync(list(), '﻿employeeNumber,subject\r\n000001,suzuki@town\r\n000002, 0f8fad5b-d9cb \r\n')
  await run([list()], keycloak())
  await run([list()], keycloak())
  expect(lines).toEqual(['ひも付けました: 2人（変更なし 0人）', 'ひも付けました: 0人（変更なし 2人）'])
  expect(await links()).toEqual([
    { employeeNumber: '000001', subject: 'suzuki@town', linkedById: null },
    { employeeNumber: '000002', subject: '0f8fad5b-d9cb', linkedById: null },
  ])
})

it('changes nothing where one line is wrong, and says which', async () => {
  writeFileSync(list(), 'employeeNumber,subject\n000001,suzuki\n999999,nobody\n')
  await expect(run([list()], keycloak())).rejects.toThrow('職員番号999999の職員は登録されていません')
  writeFileSync(list(), 'employeeNumber,subject\n000001,鈴木\n')
  await expect(run([list()], keycloak())).rejects.toThrow('2行目のsubject：利用者IDは、半角')
  expect(await links()).toEqual([])
})

it('says what it lacks', async () => {
  await expect(run([], keycloak())).rejects.toThrow('使い方: link ファイル.csv')
  await expect(run([list()], keycloak())).rejects.toThrow('を読めません')
  await expect(run([list()], config())).rejects.toThrow('OIDC_ISSUER')
})
