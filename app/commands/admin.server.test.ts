import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isPassword } from '#app/domain/accounts/hashing.server'
import { hasInitialPassword } from '#app/domain/accounts/passwords.server'
import { findAccount } from '#app/domain/accounts/signing-in.server'
import { importPeople } from '#app/domain/organisation/people.server'
import { findActor } from '#app/domain/organisation/actor.server'
import { sitsOn } from '#app/domain/organisation/actor'
import { dayOf, instantOf } from '#app/domain/calendar'
import { transact } from '#app/domain/transact.server'
import { type Config, parseConfig } from '#app/server/config'
import { openTown, type Town } from '#app/server/town'
import { run } from './admin.server'

let config: Config
let lines: string[]

beforeEach(async () => {
  config = parseConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'admin-')) })
  lines = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  await inTown(async ({ connections, seal }) => {
    const person = {
      name: '初代　管理者',
      kana: 'しょだい　かんりしゃ',
      employmentType: 'regular',
      email: null,
    }
    await transact({ ...connections, seal, now: () => new Date() }, 0, (ctx) =>
      importPeople(ctx, [{ employeeNumber: '001234', ...person }]),
    )
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(config.dataDir, { recursive: true })
})

async function inTown<T>(look: (town: Town) => Promise<T>): Promise<T> {
  const town = await openTown(config)
  try {
    return await look(town)
  } finally {
    await town.close()
  }
}

const today = dayOf(instantOf(new Date()))
const shownPassword = () =>
  /: (\S+)$/.exec(lines.find((line) => line.startsWith('初期パスワード')) ?? '')?.[1] ?? ''
const findAdministrator = () =>
  inTown(async ({ connections: { reader } }) => findAccount(reader, '001234', today))

describe('the first administrator of a real town', () => {
  it('is seated and gets a random password that has to be changed', async () => {
    await run(['seat', '001234'], config)
    await run(['open-account', '001234'], config)
    const account = await findAdministrator()
    expect(await isPassword(shownPassword(), account?.passwordHash ?? null)).toBe(true)
    await inTown(async ({ connections: { reader } }) => {
      expect(await hasInitialPassword(reader, account?.personId ?? 0)).toBe(true)
      expect(sitsOn(await findActor(reader, account?.personId ?? 0, today), 'administrators')).toBe(true)
    })
  })

  it('who has forgotten the password gets a new one; the old one is worth nothing', async () => {
    await run(['seat', '001234'], config)
    await run(['open-account', '001234'], config)
    const old = shownPassword()
    lines = []
    await run(['reset-password', '001234'], config)
    const hash = (await findAdministrator())?.passwordHash ?? null
    expect(await isPassword(old, hash)).toBe(false)
    expect(await isPassword(shownPassword(), hash)).toBe(true)
  })

  it('is not given a second account', async () => {
    await run(['open-account', '001234'], config)
    await expect(run(['open-account', '001234'], config)).rejects.toThrow('reset-password')
  })
})

describe('what cannot be meant is refused with a sentence', () => {
  it.each([
    [['open-account', '999999'], '職員番号 999999 の職員は登録されていません。'],
    [['open-account'], '使い方'],
    [['open-account', '001234', '001235'], '使い方'],
    [['close-account', '001234'], '使い方'],
    [[], '使い方'],
  ])('admin %j', async (args, sentence) => {
    await expect(run(args, config)).rejects.toThrow(sentence)
  })
})
