import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importPeople } from '#app/domain/organisation/people.server'
import { transact } from '#app/domain/transact.server'
import { type Config, parseConfig } from '#app/server/config'
import { openTown } from '#app/server/town'
import { run } from './seed.server'

let config: Config

beforeEach(() => void (config = parseConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'seed-')) })))
afterEach(() => rmSync(config.dataDir, { recursive: true }))

it('never mixes the sample town into the data of a real one', async () => {
  const town = await openTown(config)
  const real = {
    employeeNumber: '000001',
    name: '実在　職員',
    kana: 'じつざい',
    email: null,
    employmentType: 'regular',
  }
  await transact({ ...town.connections, seal: town.seal, now: () => new Date() }, 0, (ctx) =>
    importPeople(ctx, [real]),
  )
  await town.close()
  await expect(run([], config)).rejects.toThrow('すでにデータが入っています')
})
