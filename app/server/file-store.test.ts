import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FileStore, StoreSilent } from '#app/domain/attachments/file-store.server'
import { hashOf, keepBytes, receiveFile } from '#app/domain/attachments/files.server'
import { pathOf } from '#app/domain/attachments/folder-store.server'
import { parseConfig } from '#app/server/config'
import { openFileStore } from '#app/server/file-store'
import { s3Store } from '#app/server/s3-store'
import { fakeS3 } from '#tests/support/fake-s3'
import { filesIn } from '#tests/support/uploads.server'

let folder: string
let s3: Awaited<ReturnType<typeof fakeS3>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'))
  s3 = await fakeS3()
})
afterEach(async () => {
  await s3.stop()
  rmSync(folder, { recursive: true })
})

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const longAgo = new Date('2020-01-01T00:00:00Z')

const places = {
  'a folder': {
    open: () => openFileStore(parseConfig({ FILES_DIR: folder })),
    age: (name: string) => utimesSync(pathOf(folder, name), longAgo, longAgo),
  },
  'a bucket': {
    open: () => openFileStore(parseConfig({ FILES_DIR: folder, ...s3.env })),
    age: () => s3.age(longAgo.toISOString()),
  },
}

async function listed(files: FileStore): Promise<[string, number][]> {
  const found: [string, number][] = []
  for await (const { sha256: name, keptAt } of files.list()) found.push([name, keptAt])
  return found.toSorted(([one], [other]) => (one < other ? -1 : 1))
}

describe.each(Object.entries(places))('%s', (_, { open, age }) => {
  it('keeps what came in under the name of its content, whole, and nothing of how it came', async () => {
    const files = open()
    const content = Buffer.alloc(300_000, '改善')
    const received = await receiveFile(files, '../../etc/passwd', Readable.from([content]))
    await files.keep(received.path, received.sha256)
    expect(received.sha256).toBe(sha256(content))
    expect(await files.has(received.sha256)).toBe(true)
    const found = await files.find(received.sha256)
    expect(found?.bytes).toBe(content.length)
    expect(found && (await hashOf(found))).toBe(received.sha256)
    expect(filesIn(files.incoming)).toEqual([])
    expect(await files.answers()).toBe(true)
  })

  it('knows nothing of what it was not given, and takes no other name than a hash', async () => {
    const files = open()
    expect(await files.has(sha256('never'))).toBe(false)
    expect(await files.find(sha256('never'))).toBeNull()
    await files.remove(sha256('never'))
    await expect(files.find('../seal.key')).rejects.toThrow('not the name of a file')
  })

  it('lists everything with its age, of which what is kept once more is young again, and removes one', async () => {
    const files = open()
    expect(await listed(files)).toEqual([])
    const contents = ['一', '二', '三', '四', '五']
    for (const content of contents) await keepBytes(files, Buffer.from(content))
    for (const content of contents) age(sha256(content))
    await keepBytes(files, Buffer.from('二'))
    const found = await listed(files)
    expect(found.map(([name]) => name)).toEqual(contents.map(sha256).toSorted())
    const young = found.filter(([, keptAt]) => keptAt > longAgo.getTime()).map(([name]) => name)
    expect(young).toEqual([sha256('二')])

    await files.remove(sha256('三'))
    expect(await files.has(sha256('三'))).toBe(false)
    expect(await listed(files)).toHaveLength(4)
  })

  it('keeps one file of what is sent twice', async () => {
    const files = open()
    for (let n = 0; n < 2; n += 1) await keepBytes(files, Buffer.from('同じ'))
    expect(await listed(files)).toHaveLength(1)
  })
})

describe('a bucket', () => {
  it('that does not answer, refuses or is not there is never taken for one that keeps', async () => {
    const files = openFileStore(parseConfig({ FILES_DIR: folder, ...s3.env }))
    const strangers = s3Store({ ...s3.place, secretAccessKey: 'guessed' }, join(folder, 'incoming'))
    const nowhere = s3Store({ ...s3.place, bucket: 'elsewhere' }, join(folder, 'incoming'))
    s3.goDown()
    for (const store of [files, strangers, nowhere]) {
      await expect(keepBytes(store, Buffer.from('メモ'))).rejects.toThrow(StoreSilent)
      expect(await store.answers()).toBe(false)
      s3.goDown(false)
    }
    expect(s3.objects.size).toBe(0)
    expect(filesIn(folder)).toEqual([])
    await expect(strangers.has(sha256('メモ'))).rejects.toThrow('answered 403')
  })

  it('is given up after a while', async () => {
    const place = { ...s3.place, endpoint: new URL('http://192.0.2.1') }
    const files = s3Store(place, join(folder, 'incoming'), { briefMs: 100, longMs: 100 })
    await expect(files.find(sha256('メモ'))).rejects.toThrow('cannot be reached')
    expect(await files.answers()).toBe(false)
  })

  it('is asked for a content when somebody reads it, and not before', async () => {
    const files = openFileStore(parseConfig({ FILES_DIR: folder, ...s3.env }))
    const name = await keepBytes(files, Buffer.from('メモ'))
    const found = await files.find(name)
    await files.remove(name)
    if (!found) throw new Error('not found')
    await expect(hashOf(found)).rejects.toThrow('answered 404')
  })
})
