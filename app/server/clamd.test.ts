import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clamd } from '#app/server/clamd'
import { parseClamd } from '#app/server/upload-config'
import { eicar, fakeClamd } from '#tests/support/fake-clamd'

let folder: string
const running: { stop(): Promise<void> }[] = []

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'clamd-'))))
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  rmSync(folder, { recursive: true })
})

async function start(...asked: Parameters<typeof fakeClamd>) {
  const server = await fakeClamd(...asked)
  running.push(server)
  return server
}

function scannerAt(address: string, withinMs = 5_000) {
  const parsed = parseClamd(address)
  if (!parsed) throw new Error('no address')
  return clamd(parsed, { withinMs })
}

function fileOf(content: string | Buffer): string {
  const path = join(folder, 'file')
  writeFileSync(path, content)
  return path
}

describe('clamd', () => {
  it('is sent all of a file, over a port and over a socket of the machine', async () => {
    const large = Buffer.alloc(1_000_000, '改善')
    for (const at of [undefined, join(folder, 'clamd.ctl')]) {
      const server = await start(at === undefined ? {} : { at })
      expect(await scannerAt(server.address).findVirus(fileOf(large))).toBeNull()
      expect(server.scanned.map((content) => content.equals(large))).toEqual([true])
      expect(await scannerAt(server.address).answers()).toBe(true)
    }
  })

  it('names the virus that it finds, wherever it lies in the file', async () => {
    const { address } = await start()
    const infected = fileOf(Buffer.concat([Buffer.alloc(300_000, 'a'), Buffer.from(eicar)]))
    expect(await scannerAt(address).findVirus(infected)).toBe('Eicar-Test-Signature')
  })

  it('takes a file of nothing for clean', async () => {
    const { address } = await start()
    expect(await scannerAt(address).findVirus(fileOf(''))).toBeNull()
  })

  it.each([
    ['hangs up', /closed the connection|ECONNRESET|EPIPE/],
    ['never answers', /in time/],
    ['says it is too large', /size limit exceeded/],
  ] as const)('that %s is no word that a file is clean', async (manner, why) => {
    const { address } = await start({ manner })
    const scanner = scannerAt(address, 300)
    await expect(scanner.findVirus(fileOf('メモ'))).rejects.toThrow(why)
    expect(await scanner.answers()).toBe(false)
  })

  it('that is not there is none either', async () => {
    const scanner = scannerAt(`unix:${join(folder, 'nobody.ctl')}`)
    await expect(scanner.findVirus(fileOf('メモ'))).rejects.toThrow('ENOENT')
    expect(await scanner.answers()).toBe(false)
  })

  it('is not told of a file that cannot be read as if it were clean', async () => {
    const { address } = await start()
    await expect(scannerAt(address).findVirus(join(folder, 'gone'))).rejects.toThrow()
  })
})
